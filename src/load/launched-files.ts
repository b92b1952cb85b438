import { sharedFile } from './offline';

/** Where browsers put files that were opened with an installed app: https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Opens what the system hands to the installed app: files opened with it, and what other apps share with it. `unreadable` is called
 * where one was handed over that cannot be had.
 */
export function takeLaunchedFiles(folder: string, open: (file: File) => void, unreadable: () => void): void {
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => {
    // Of several the first: one head is worked on at a time.
    files?.at(0)?.getFile().then(open, unreadable);
  });
  if (!new URLSearchParams(location.search).has('shared')) return;
  history.replaceState(history.state, '', folder);
  sharedFile(caches, folder).then((file) => {
    if (file === null) unreadable();
    else open(file);
  }, unreadable);
}
