/** The one file has no panel, and so no help lines in it. */
export const helpButton = (): HTMLElement[] => [];
