/** The ways in which something leaves the reader: the clipboard, a file, and the device's own share sheet. */

/** @returns whether the clipboard took the text; an old browser, or one that was told not to, has none */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Saves a file where the browser keeps what it downloads. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers fetch it only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @returns whether this device has a share sheet that takes this */
export const canShare = (data: ShareData): boolean => typeof navigator.share === 'function' && (navigator.canShare?.(data) ?? !data.files);

/** Opens the share sheet. @returns whether it could be opened; to close it without sharing is the reader's own choice */
export async function share(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return (error as Error).name === 'AbortError';
  }
}
