// Finds what a person would read in a source file: words that belong to ui/words.
import ts from 'typescript';

/** Attributes and fields whose text is read or heard. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'hint',
  'label',
  'placeholder',
  'title',
  'valueText',
]);

/** Attributes whose text is for the browser, however many words it has. */
const NOT_READ = new Set(['accept', 'className', 'd', 'patternTransform', 'points', 'style', 'transform', 'viewBox']);

const HAS_LETTER = /\p{L}/u;
/** A word, a gap, a word; a number may stand for the first. */
const SEVERAL_WORDS = /[\p{L}\d%°)’'"][,.:;…?!]* +[("“]?\p{L}/u;
/** `translate(0px, 0px)`, `(min-width: 3px)`, `M5 32 C6 27`: values of style sheets and paths of drawings. */
const DRAWING = /^\(?[a-z-]+(\(|: )|^M\d/;
/** Methods that take a selector. */
const SELECTS = new Set(['closest', 'matches', 'matchMedia', 'querySelector', 'querySelectorAll']);

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `0${span.literal.text}`).join('');
};

const propertyName = (node: ts.Node): string | null => {
  if (ts.isJsxAttribute(node)) return node.name.getText();
  if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) return node.name.text;
  return null;
};

/** What is compared, indexed by, called with, or a type, is no text of its own. */
const isKey = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isTemplateLiteralTypeNode(parent)) return true;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.InKeyword
  );
};

const calleeOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** The nearest thing around a text that says what it is for. */
function purposeOf(node: ts.Node): 'read' | 'notRead' | 'unknown' {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isThrowStatement(at) || ts.isElementAccessExpression(at)) return 'notRead';
    if (ts.isCallExpression(at) && SELECTS.has(calleeOf(at))) return 'notRead';
    const name = propertyName(at);
    if (name !== null)
      return READ.has(name) || (name === 'unit' && ts.isJsxAttribute(at))
        ? 'read'
        : NOT_READ.has(name)
          ? 'notRead'
          : 'unknown';
    if (ts.isJsxElement(at) || ts.isJsxFragment(at)) return 'read';
    if (ts.isCallExpression(at) || ts.isFunctionLike(at)) return 'unknown';
  }
  return 'unknown';
}

/** Every text of the file that a person would read, with its line. */
export function sentencesIn(path: string, source: string): readonly string[] {
  const file = ts.createSourceFile(
    path,
    source,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const tell = (node: ts.Node, text: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1} ${text.trim().replace(/\s+/g, ' ')}`);
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (ts.isJsxText(node)) {
      if (HAS_LETTER.test(node.text)) tell(node, node.text);
    } else if (text !== null && !isKey(node)) {
      const purpose = purposeOf(node);
      const isName = propertyName(node.parent) === 'name' && /^\p{Lu}/u.test(text);
      const isSentence = SEVERAL_WORDS.test(text) && !DRAWING.test(text);
      if (purpose === 'read' ? HAS_LETTER.test(text) : purpose === 'unknown' && (isName || isSentence))
        tell(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
