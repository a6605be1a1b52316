/** The page about this device is not in the file. */
export const startDevice = (): void => undefined;
