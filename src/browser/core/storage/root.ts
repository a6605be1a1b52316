/**
 * Where the reader stands: the address of the folder of its English page, which is also the scope of its worker. Built
 * scripts stand one folder below it; while developing, where their sources do.
 */
export const root: string = new URL(/* @vite-ignore */ import.meta.env?.DEV ? '/' : '../', import.meta.url).href;
