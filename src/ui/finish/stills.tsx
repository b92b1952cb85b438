import { AS_SHOWN, BARE } from '~/model/design/time-scale';
import type { Design } from '~/model/design/design';
import { useSubject } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { COMING } from '~/ui/words/home/finish-words';

/** A panorama is shown no wider, CSS px. */
const WIDEST_PX = 110;

/** What stands where a small picture is being made. */
export const Coming = ({ says }: { readonly says: string }) => <span className="still-coming">{says}</span>;

/** What a picture of before and after will be, small. */
export const ComparedStills = () => (
  <span className="compared-stills">
    {(['portrait', 'hairline'] as const).flatMap((frame) =>
      [BARE, AS_SHOWN].map((vary) => (
        <HeadStill
          urgent
          key={`${frame}${vary.name}`}
          vary={vary}
          frame={frame}
          instead={<Coming says={vary === BARE ? COMING.before : COMING.after} />}
          widthPx={54}
          heightPx={frame === 'hairline' ? 43 : 76}
        />
      )),
    )}
  </span>
);

/** The head with its line, and with what was sketched on it; `says`: what it will show, in a word, until it is there. */
export const LineStill = ({ says, sketch }: { readonly says: string; readonly sketch?: boolean }) => (
  <HeadStill
    urgent
    vary={AS_SHOWN}
    frame="head"
    widthPx={72}
    heightPx={96}
    line
    {...(sketch === true && { sketch: 'white' })}
    instead={<Coming says={says} />}
  />
);

/** All of the photo under a design, so high, CSS px. */
export function PhotoStill({
  vary,
  heightPx,
  says,
}: {
  readonly vary: (design: Design) => Design;
  readonly heightPx: number;
  /** What it will show, in a word, until it is there. */
  readonly says: string;
}) {
  const { widthPx: wide, heightPx: high } = useSubject(({ photo }) => photo.size);
  const widthPx = Math.max(1, Math.min(WIDEST_PX, Math.round((heightPx * wide) / high)));
  return (
    <span style={{ inlineSize: widthPx }}>
      <HeadStill
        urgent
        vary={vary}
        frame="photo"
        instead={<Coming says={says} />}
        widthPx={widthPx}
        heightPx={Math.max(1, Math.round((widthPx * high) / wide))}
      />
    </span>
  );
}
