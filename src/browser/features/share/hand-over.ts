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

/** @returns whether this device has a share sheet that takes this */
export const canShare = (data: ShareData): boolean =>
  typeof navigator.share === 'function' && (navigator.canShare?.(data) ?? !data.files);

/**
 * Opens the share sheet.
 * @returns whether it could be opened; to close it without sharing is the reader's own choice
 */
export async function share(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return (error as Error).name === 'AbortError';
  }
}
