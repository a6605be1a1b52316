/**
 * The report's figures in a language (`FigureGroup[]` of groups.ts), and the file that holds them: its address seen
 * from the root, and its size. Made while building, because the whole report would be too much to fetch.
 */
declare module 'virtual:figures-*' {
  export const groups: unknown;
  export const address: string;
  export const bytes: number;
}
