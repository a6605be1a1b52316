/** @param script a built script @returns the files that it imports before it runs, as it names them */
export const imports = (script: string): string[] => [...script.matchAll(/(?:from|import) ?["'`](\.\/[^"'`]+)/g)].map(([, name]) => name!);
