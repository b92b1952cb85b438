import { codesIn, gather, gatheredDesign, NOTHING_GATHERED, readCode } from './design-link';
import type { CodeProblem, Gathered } from './design-link';
import type { ToldDesign } from './design-bytes';

/** What a text came to: a design, a part of one with others to come, or why it is none. */
export type TextRead =
  | { readonly kind: 'design'; readonly design: ToldDesign }
  | { readonly kind: 'parts'; readonly have: number; readonly of: number }
  | CodeProblem;

/** Reads texts as they come, one after the other, and keeps parts until the others are there. */
export function createCodeReader(): (text: string) => TextRead {
  let gathered: Gathered = NOTHING_GATHERED;
  const one = (text: string): TextRead => {
    const code = readCode(text);
    if (!code.ok) return code.problem;
    if (code.value.kind === 'design') return code.value;
    gathered = gather(gathered, code.value);
    const whole = gatheredDesign(gathered);
    if (whole === null) return { kind: 'parts', have: gathered.parts.length, of: code.value.of };
    gathered = NOTHING_GATHERED;
    return whole.ok ? { kind: 'design', design: whole.value } : whole.problem;
  };
  return (text) => {
    const codes = codesIn(text);
    if (!codes.ok) return codes.problem;
    let last: TextRead = { kind: 'foreign' };
    for (const code of codes.value) {
      last = one(code);
      if (last.kind === 'design') break;
    }
    return last;
  };
}
