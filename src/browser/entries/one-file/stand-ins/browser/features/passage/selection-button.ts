/** The one file has no panel, so there is nothing to offer for what is selected. */
export const startSelected = (): Promise<void> => Promise.resolve();
