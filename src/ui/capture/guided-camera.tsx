import '~/ui/styles/capture-page.css';
import { SwitchCamera } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { VIEW_KINDS } from '~/model/design/consultation';
import type { ViewKind } from '~/model/design/consultation';
import { useCamera } from '~/ui/base/use-camera';
import type { Facing } from '~/ui/base/use-camera';
import { CameraProblem } from '~/ui/controls/camera-problem';
import { Dialog } from '~/ui/controls/dialog';
import { CAPTURE, countInWords, distanceInWords, howInWords, leanInWords } from '~/ui/words/home/capture-words';
import { VIEW_KIND_NAMES } from '~/ui/words/notice-words';
import { CAMERA } from '~/ui/words/start-words';
import { HeadOutline } from './head-outline';
import { sharpestFrame } from './sharpest-frame';
import { askForLean, useDistance, useLean } from './use-hints';

/** Seconds to get into place, for those alone. */
const TIMERS = [0, 3, 10] as const;

interface GuidedCameraProps {
  /** From where the head is to be photographed first. */
  readonly first: ViewKind;
  /** Takes the picture; the next view is asked for then. */
  readonly onUse: (file: File, kind: ViewKind) => void;
  readonly onClose: () => void;
}

/** The view after that one, as practitioners go round a head. */
const nextOf = (kind: ViewKind): ViewKind => VIEW_KINDS[Math.min(VIEW_KINDS.indexOf(kind) + 1, VIEW_KINDS.length - 1)];

/** A live picture with an outline to fit the head into, view after view. Nothing is kept but the pictures that are used. */
export default function GuidedCamera({ first, onUse, onClose }: GuidedCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('user');
  const { state, problem, show } = useCamera(facing);
  const [kind, setKind] = useState(first);
  const [timer, setTimer] = useState<(typeof TIMERS)[number]>(0);
  /** Seconds left; 0: the frames are being taken. */
  const [left, setLeft] = useState<number | null>(null);
  const [taken, setTaken] = useState<File | null>(null);
  /** The camera gave no picture when one was to be taken: it was unplugged, or another program has it. */
  const [failed, setFailed] = useState(false);
  const [used, setUsed] = useState(0);
  /** A camera that has started shows its first picture a little later. */
  const [shows, setShows] = useState(false);
  const isLive = state === 'live' && shows && taken === null;
  const lean = useLean();
  const distance = useDistance(video, isLive && left === null);

  useEffect(() => {
    if (left === null) return;
    const leave = new AbortController();
    const wait = setTimeout(
      () => {
        if (left > 0) {
          setLeft(left - 1);
          return;
        }
        const element = video.current;
        void (element === null ? Promise.resolve(null) : sharpestFrame(element, leave.signal)).then((file) => {
          if (leave.signal.aborted) return;
          setTaken(file);
          setFailed(file === null);
          setLeft(null);
        });
      },
      left > 0 ? 1000 : 0,
    );
    return () => {
      clearTimeout(wait);
      leave.abort();
    };
  }, [left]);

  const mirrored = facing === 'user';
  const hint =
    (left !== null && countInWords(left)) ||
    (failed && CAPTURE.none) ||
    (lean !== null && leanInWords(lean)) ||
    (distance !== null && kind !== 'back' && kind !== 'top' && distanceInWords(distance)) ||
    '';
  return (
    <Dialog title={CAMERA.title} onClose={onClose} className="camera-dialog capture">
      <div className="capture-choices">
        <label>
          {CAPTURE.view}
          <select
            value={kind}
            disabled={left !== null || taken !== null}
            onChange={(event) => setKind(event.currentTarget.value as ViewKind)}
          >
            {VIEW_KINDS.map((each) => (
              <option key={each} value={each}>
                {VIEW_KIND_NAMES[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {CAPTURE.timer}
          <select
            value={timer}
            disabled={left !== null || taken !== null}
            onChange={(event) => setTimer(Number(event.currentTarget.value) as typeof timer)}
          >
            {TIMERS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {CAPTURE.seconds(seconds)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {problem !== null && taken === null ? (
        <CameraProblem problem={problem} />
      ) : (
        // The view is mirrored, as in a mirror; the photo taken is not.
        <div className="capture-picture">
          <video
            ref={(element) => {
              video.current = element;
              show(element);
            }}
            className={mirrored ? 'mirrored' : undefined}
            hidden={taken !== null}
            onLoadedData={() => setShows(true)}
            onEmptied={() => setShows(false)}
            autoPlay
            playsInline
            muted
          />
          {taken === null ? <HeadOutline {...{ kind, mirrored }} /> : <Taken file={taken} />}
          {left !== null && left > 0 && (
            <span className="capture-count" aria-hidden="true">
              {left}
            </span>
          )}
        </div>
      )}
      <p className="note">{taken === null ? howInWords(kind) : CAPTURE.check}</p>
      <p className="capture-hint" role="status">
        {taken === null ? hint : CAPTURE.taken}
      </p>
      <div className="dialog-buttons">
        {taken === null ? (
          <>
            <button
              type="button"
              className="button quiet"
              disabled={left !== null}
              onClick={() => setFacing((now) => (now === 'user' ? 'environment' : 'user'))}
            >
              <SwitchCamera aria-hidden="true" />
              {CAMERA.other}
            </button>
            {used > 0 && (
              <button type="button" className="button" onClick={onClose}>
                {CAPTURE.done}
              </button>
            )}
            {left !== null && left > 0 ? (
              <button type="button" className="button" onClick={() => setLeft(null)}>
                {CAPTURE.stop}
              </button>
            ) : (
              <button
                type="button"
                className="button primary"
                disabled={!isLive || left !== null}
                onClick={() => {
                  askForLean();
                  setFailed(false);
                  setLeft(timer);
                }}
              >
                {CAMERA.take}
              </button>
            )}
          </>
        ) : (
          <>
            <button type="button" className="button" onClick={() => setTaken(null)}>
              {CAPTURE.again}
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                onUse(taken, kind);
                setTaken(null);
                setUsed(used + 1);
                setKind(nextOf(kind));
              }}
            >
              {CAPTURE.use}
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What was taken, as it will be used: not mirrored. */
function Taken({ file }: { readonly file: File }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null) return;
      const address = URL.createObjectURL(file);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return <img ref={show} alt={CAPTURE.takenName} />;
}
