/** The one file keeps no place: what it keeps, it cannot show and erase as the page about this device does. */
export const keepPlace = (): void => undefined;
