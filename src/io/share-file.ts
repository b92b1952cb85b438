/** How handing a file to another app went. `cancelled`: the person thought better of it. */
export type Shared = 'shared' | 'cancelled' | 'failed';

/** Hands a file to another app of this device. To be called while a press is fresh: browsers want to see a hand. */
export async function shareFile(file: File): Promise<Shared> {
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
