import type { CameraProblem as Problem } from '~/io/webcam';
import { cameraProblemInWords } from '~/ui/words/home/capture-words';

/** Stands where a live picture would be, and is read out at once: why there is none, and what to do. */
export function CameraProblem({ problem }: { readonly problem: Problem }) {
  const { said, next } = cameraProblemInWords(problem);
  return (
    <p className="camera-problem" role="alert">
      <span>{said}</span> <span>{next}</span>
    </p>
  );
}
