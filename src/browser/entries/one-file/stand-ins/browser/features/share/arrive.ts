/** The one file is opened from a device, where no link leads to one of its passages. */
export const arrive = (): Promise<void> => Promise.resolve();
