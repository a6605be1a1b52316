/** Where the whole report stands as one file, seen from the root of the site, and how large it is, in bytes. Inside that file both are empty: it is there already. */
declare module 'virtual:one-file' { export const address: string; export const bytes: number; }
