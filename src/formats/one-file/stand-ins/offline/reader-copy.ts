/** The one file is a copy already; no worker can keep it. */
export const keepCopy = (): void => undefined, followUpdates = keepCopy;
