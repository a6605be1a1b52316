/**
 * The page keeps room for the bar, which lies over it: its end can be read, and nothing that takes the focus is covered
 * (WCAG 2.4.12). And the bar keeps to one row.
 */

/** How far the text stays from the bar, in pixels. */
const distance = 16;

/** A sheet that stands on the bar; beside the text the panel only gets lower or higher. */
export const sheetOnBar = ':root:not([data-beside]) reader-panel:not([hidden]), reader-settings > details[open]';

/**
 * What gives way where the bar has no room for it, the first to go first; the menu then offers it. The menu itself goes
 * only where a notice stands in the row of a low window, and comes back when that is closed.
 */
const givesWay = ['[value=share]', 'reader-settings', '[value=find]', '[href="#contents"]', '[value=more]'];

let bar: HTMLElement | null;

/** Makes the room that the bar needs now. */
export function makeRoom(): void {
  if (!bar) return;
  const { documentElement: root, body } = document,
    room = bar.offsetHeight + distance;
  // A notice may make way for a sheet. Were the page shorter meanwhile, a reader at its end would lose the line.
  const kept = (document.querySelector(sheetOnBar) && parseFloat(body.style.paddingBlockEnd)) || 0;
  // Each by its own property: a change of one that is inherited would have the style of the whole page worked out anew.
  root.style.scrollPaddingBlockEnd = body.style.paddingBlockEnd = `${Math.max(room, kept)}px`;
  bar.style.setProperty('--room', `${room}px`);
}

/** Shows as many of the bar's controls as have room in one row: measured, so that it holds in every typeface. */
export function fitBar(): void {
  if (!bar?.querySelector('[value=more]')) return;
  const controls = givesWay.flatMap(each => bar!.querySelector<HTMLElement>(`:scope > ${each}`) ?? []);
  for (const control of controls) control.hidden = false;
  const row = [...controls, bar.querySelector<HTMLElement>('.exit')!];
  const isTooWide = () => {
    const [highest, ...others] = row.filter(({ hidden }) => !hidden).map(({ offsetTop }) => offsetTop);
    return bar!.scrollWidth > bar!.clientWidth || others.some(top => Math.abs(top - highest!) > 22);
  };
  // Whoever has opened the settings, or has the focus on a control, keeps that.
  const isInUse = (control: HTMLElement) =>
    control.contains(document.activeElement) || control.querySelector('details')?.open;
  for (const control of controls) if (isTooWide() && !isInUse(control)) control.hidden = true;
}

/** Follows the size of the bar and of all that stands in it. Without this the room is enough for one row. */
export function keepRoom(): void {
  bar = document.querySelector<HTMLElement>('nav.bar');
  if (!bar || !('ResizeObserver' in globalThis)) return;
  const watch = new ResizeObserver(() => {
    fitBar();
    makeRoom();
  });
  for (const each of [bar, ...bar.children]) watch.observe(each);
}
