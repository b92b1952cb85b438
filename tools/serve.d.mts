/** A built folder served to this machine alone. `port` 0: any that is free. */
export function serveFolder(
  folder: string,
  port: number,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }>;
