import { Component } from 'react';
import type { ReactNode } from 'react';
import { PartMissing } from '~/load/load-part';
import { AppContext } from '~/ui/base/app-context';
import { BROKEN } from '~/ui/words/control-words';

interface BoundaryState {
  readonly error: Error | null;
}

/**
 * A fence round a part of the screen: where it breaks (a mistake of ours, a screen that could not be loaded, something else
 * that wrote into the page), a sentence and a way on take its place instead of an empty page.
 */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  static override contextType = AppContext;
  declare context: React.ContextType<typeof AppContext>;
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="broken" role="alert">
        <p>
          <strong>{error instanceof PartMissing ? BROKEN.missing : BROKEN.broken}</strong>
        </p>
        <p>{error instanceof PartMissing ? BROKEN.missingNext : BROKEN.brokenNext}</p>
        <button type="button" className="button primary" autoFocus onClick={() => this.context?.reload()}>
          {BROKEN.reload}
        </button>
      </main>
    );
  }
}
