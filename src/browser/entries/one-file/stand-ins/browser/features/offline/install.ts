/** A file is never installed. */
export const isInstalled = (): boolean => false;
