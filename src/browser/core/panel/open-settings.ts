/** Opens the settings for somebody who cannot see their control: the bar had no room for it, or they came by a key. */

/** Opens the settings, or closes them where they are open. The focus goes to their control. */
export function openSettings(): void {
  const element = document.querySelector<HTMLElement>('reader-settings'),
    panel = element?.querySelector('details');
  if (!element || !panel) return;
  // The bar keeps a control that has the focus.
  element.hidden = false;
  panel.open = !panel.open;
  panel.querySelector('summary')!.focus();
}
