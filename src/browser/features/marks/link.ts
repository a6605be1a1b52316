/** The address of a place in the report. */

/** @param id of a passage @returns the address of the report at that place, as another reader can open it */
export const linkTo = (id: string): string => `${location.origin}${location.pathname}#${encodeURIComponent(id)}`;
