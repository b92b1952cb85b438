/** A model that is loaded when first needed, and loaded anew once when it throws. */
export interface Task<Model> {
  /** Puts a question to the model. Throws where it fails twice; the next question starts afresh. */
  ask<Answer>(question: (model: Model) => Answer): Promise<Answer>;
}

/**
 * MediaPipe's tasks do not recover: after one bad input every later call throws. So a task that throws is given up.
 */
export function renewableTask<Model extends { close(): void }>(load: () => Promise<Model>): Task<Model> {
  let loaded: Promise<Model> | null = null;

  async function attempt<Answer>(question: (model: Model) => Answer): Promise<Answer> {
    const mine = (loaded ??= load());
    try {
      return question(await mine);
    } catch (error) {
      if (loaded === mine) loaded = null;
      // What is broken may also fail to close, or never have been loaded.
      void mine.then((model) => model.close()).catch(() => undefined);
      throw error;
    }
  }

  return {
    ask: async (question) => {
      try {
        return await attempt(question);
      } catch {
        return attempt(question);
      }
    },
  };
}
