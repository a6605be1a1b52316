/**
 * Keeps what takes the focus in a sheet clear of the title, which stays at the sheet's top (WCAG 2.4.12). Without this
 * a browser may leave it under the title.
 */
export function keepClear(sheet: HTMLElement, title: HTMLElement): void {
  new ResizeObserver(() => {
    sheet.style.scrollPaddingTop = `${title.offsetHeight}px`;
  }).observe(title);
}
