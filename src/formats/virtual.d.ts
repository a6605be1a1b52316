/**
 * Every file that readers are offered, in both languages (src/build/formats.ts): addresses are seen from the site's
 * root. Made while building, because only then the sizes are known.
 */
declare module 'virtual:formats' {
  export const formats: readonly {
    format: string;
    name: string;
    about: string;
    address: string;
    bytes: number;
    language: 'en' | 'cy';
    type: string;
  }[];
}
