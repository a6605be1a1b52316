/** The one file is a copy already: no worker can keep it, and it has no newer version to tell of. */
export const keepCopy = (): void => undefined;
export const followUpdates = (): void => undefined;
