import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Picture } from '~/model/healed/lay-over';
import { HEALED } from '~/ui/words/home/healed-words';
import type { Pair } from './use-pair';

export type PairShow = 'beside' | 'wipe';
export type PairPart = 'head' | 'line';

interface PairPicturesProps {
  readonly pair: Pick<Pair, 'real' | 'line'>;
  /** The plan, in the light that it is to be seen in. */
  readonly planned: Picture;
  readonly show: PairShow;
  readonly part: PairPart;
}

/** Planned and real, beside each other or one under the other with a slider between them. */
export function PairPictures({ pair: { real, line }, planned, show, part }: PairPicturesProps) {
  const [percent, setPercent] = useState(50);
  const box = part === 'head' ? { left: 0, right: 1, top: 0, bottom: 1 } : line;
  const frame = {
    '--pair-aspect': `${(box.right - box.left) * real.widthPx} / ${(box.bottom - box.top) * real.heightPx}`,
  };
  const inside: CSSProperties = {
    inlineSize: `${100 / (box.right - box.left)}%`,
    insetInlineStart: `${(-100 * box.left) / (box.right - box.left)}%`,
    insetBlockStart: `${(-100 * box.top) / (box.bottom - box.top)}%`,
  };
  if (show === 'beside')
    return (
      <div className="pair pair-beside" style={frame}>
        {[
          { name: HEALED.planned, picture: planned },
          { name: HEALED.real, picture: real },
        ].map(({ name, picture }) => (
          <figure key={name}>
            <span className="pair-picture">
              <Pixels picture={picture} name={name} style={inside} />
            </span>
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
    );
  return (
    <div className="pair pair-wipe" style={frame}>
      <span className="pair-picture">
        <Pixels picture={real} name={HEALED.real} style={inside} />
        <span className="pair-over" style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
          <Pixels picture={planned} name={HEALED.planned} style={inside} />
        </span>
        <span className="pair-line" style={{ insetInlineStart: `${percent}%` }} />
      </span>
      <span className="pair-names" aria-hidden="true">
        <span>{HEALED.planned}</span>
        <span>{HEALED.real}</span>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-label={HEALED.wipe}
        onChange={(event) => setPercent(Number(event.currentTarget.value))}
      />
    </div>
  );
}

interface PixelsProps {
  readonly picture: Picture;
  readonly name: string;
  readonly style: CSSProperties;
}

function Pixels({ picture, name, style }: PixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { widthPx, heightPx, data } = picture;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(data, widthPx, heightPx), 0, 0);
  }, [data, widthPx, heightPx]);
  return <canvas ref={canvas} role="img" aria-label={name} width={widthPx} height={heightPx} style={style} />;
}
