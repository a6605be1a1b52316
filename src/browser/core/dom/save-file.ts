/** How long the browser may take to fetch what it saves, in milliseconds: some begin only after the press. */
const timeoutMs = 10_000;

/** Lets the browser save a file where it keeps what it downloads. @param name with its ending */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), timeoutMs);
}
