import type { StoreApi } from 'zustand/vanilla';
import type { Photo, PhotoProblem } from '~/io/photo';
import type { AppState, Notice } from '~/store/app-state';
import { reject } from '~/store/stages';
import { isOver } from './job-queue';
import type { Ports } from './ports';

/** A file opened as a photo; null: it is refused, which is said, or nobody wants it any more. */
export async function openedPhoto(
  file: Blob,
  store: StoreApi<AppState>,
  ports: Pick<Ports, 'openPhoto'>,
  signal: AbortSignal,
): Promise<Photo | null> {
  const opened = await ports.openPhoto(file);
  if (isOver(signal)) return null;
  if (opened.ok) return opened.value;
  store.setState(reject(photoRefusal(opened.problem)));
  return null;
}

/** Why a photo was refused, as the notice that says so; its sentence stands in ui/words/notice-words.ts. */
function photoRefusal(problem: PhotoProblem): Notice {
  switch (problem.kind) {
    case 'browserTooOld':
      return { kind: 'browserTooOld' };
    case 'notAPicture':
      return { kind: 'notAPicture' };
    case 'empty':
      return { kind: 'photoEmpty' };
    case 'unreadable':
      return { kind: 'fileUnreadable' };
    case 'fileTooLarge':
      return { kind: 'photoFileTooLarge', megabytes: problem.megabytes };
    case 'damaged':
      return { kind: 'photoDamaged' };
    case 'tooSmall':
      return { kind: 'photoTooSmall', widthPx: problem.widthPx, heightPx: problem.heightPx };
    case 'tooLarge':
      return { kind: 'photoTooLarge', widthPx: problem.widthPx, heightPx: problem.heightPx };
    case 'animated':
      return { kind: 'photoAnimated' };
    case 'heicUnsupported':
      return { kind: 'heicUnsupported' };
    case 'formatUnsupported':
      return { kind: 'formatUnsupported', format: problem.format };
  }
}
