/** The one file keeps no marks: it has no panel to make them in. */
export const showMarksInText = (): Promise<void> => Promise.resolve();
