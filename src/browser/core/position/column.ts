/** @returns whether the contents of the page stand beside the text (page.css) */
export function isColumn(): boolean {
  const contents = document.querySelector('contents-list');
  return contents !== null && getComputedStyle(contents).position === 'absolute';
}
