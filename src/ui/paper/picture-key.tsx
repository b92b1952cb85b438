import { useDesign } from '~/ui/base/app-context';
import { LINE_PAGE } from '~/ui/words/home/plan-words';

const KINDS = ['none', 'less', 'scar'] as const;

/** What lines and hatching on a picture of the plan mean: of those alone that are on it. */
export function PictureKey() {
  const { pencil, strokes } = useDesign();
  const said = [
    ...(pencil.length > 0 ? [LINE_PAGE.key.sketch] : []),
    ...KINDS.filter((wanted) => strokes.some(({ kind }) => kind === wanted)).map((kind) => LINE_PAGE.key[kind]),
  ];
  return <span>{said.join(' ')}</span>;
}
