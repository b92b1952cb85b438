// A lint rule: text that stands loose beside something conditional.
import ts from 'typescript';

const TEXT = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike;
/** What React draws nothing for. */
const NOTHING = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.BooleanLike;

const parts = (type) => (type.isUnion() ? type.types.flatMap(parts) : [type]);
/** An empty string is drawn as nothing, too, but stands in no tree that a translation finds. */
const isText = (part) => (part.flags & TEXT) !== 0 && !(part.isStringLiteral() && part.value === '');

/**
 * A browser that translates a page puts every text into an element of its own. React, which knows nothing of it, then fails where it
 * takes away a text, or puts something before one: the page is gone. A text that is alone in its element is safe, however it changes,
 * and so are texts of which none comes or goes.
 */
export const looseText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      loose:
        'Text loose beside something that comes and goes: a browser that translates the page breaks it. Put it into an element of its own.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();

    /** Of a child: whether it may be a text, and whether it comes and goes. Null: nothing is drawn that anybody reads. */
    const drawn = (child) => {
      if (child.type === 'JSXText') return child.value.trim() === '' ? null : { text: true, goes: false };
      if (child.type !== 'JSXExpressionContainer') return { text: false, goes: false };
      const { expression } = child;
      if (expression.type === 'JSXEmptyExpression') return null;
      if (expression.type === 'Literal' && String(expression.value).trim() === '') return null;
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(expression));
      const kinds = parts(type);
      const text = kinds.some(isText);
      const other = kinds.some((part) => !isText(part));
      const listed = kinds.some((part) => checker.isArrayType(part));
      // What a component was given to stand in it is its giver's matter.
      const given =
        type.aliasSymbol?.name === 'ReactNode' || (expression.type === 'Identifier' && expression.name === 'children');
      const goes = !given && (kinds.some((part) => (part.flags & NOTHING) !== 0) || (text && other) || listed);
      return { text: text && !given, goes };
    };

    const check = ({ children }) => {
      const shown = children.flatMap((child) => {
        const what = drawn(child);
        return what === null ? [] : [{ child, ...what }];
      });
      if (shown.length < 2 || !shown.some(({ goes }) => goes)) return;
      for (const { child, text } of shown) if (text) context.report({ node: child, messageId: 'loose' });
    };
    return { JSXElement: check, JSXFragment: check };
  },
};
