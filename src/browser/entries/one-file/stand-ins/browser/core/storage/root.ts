/** A file stands nowhere, and no other page of the reader stands beside it. */
export const root: string = 'file:///nowhere/';
