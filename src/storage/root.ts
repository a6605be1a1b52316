/** Where the reader stands: the address of the folder of its English page, which is also the scope of its worker. Scripts stand one folder below it. */
export const root: string = new URL(/* @vite-ignore */ '../', import.meta.url).href;
