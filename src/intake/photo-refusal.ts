import type { PhotoProblem } from '~/io/photo';
import type { Notice } from '~/store/app-state';

/** Why a photo was refused, as the notice that says so; its sentence stands in ui/words/notice-words.ts. */
export function photoRefusal(problem: PhotoProblem): Notice {
  switch (problem.kind) {
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
