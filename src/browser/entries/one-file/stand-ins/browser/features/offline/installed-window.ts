/** A file is never installed. */
export const addWindowButtons = (): Promise<void> => Promise.resolve();
