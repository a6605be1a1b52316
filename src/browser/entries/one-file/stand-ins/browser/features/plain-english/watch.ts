/** The one file explains no words: what they mean would make it much larger. */
export const watchTerms = (): void => undefined;
