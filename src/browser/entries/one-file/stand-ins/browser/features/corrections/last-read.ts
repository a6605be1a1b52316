/** The text of a saved file does not change. */
export const tellChanges = (): Promise<void> => Promise.resolve();
