/**
 * Leaving fast, as GOV.UK's "Exit this page" does (https://design-system.service.gov.uk/components/exit-this-page/): a
 * link that works without script, and Shift three times.
 */
import { announce } from '../../core/announcements/announce.js';

/** How long the three presses may take, in milliseconds; GOV.UK's figure. */
const time = 5000;

/** Under which name this window remembers, until it is closed, that it was left. */
const leftName = 'reader-left';

/**
 * Empties the page before anything else, title and all; then goes, in the place of this page in the history, and
 * without telling where from.
 */
function leave(address: string): void {
  document.head.replaceChildren(
    Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }),
  );
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
    sessionStorage.setItem(leftName, '1');
  } catch {
    /* Nothing is held here. */
  }
  // Without a connection another page cannot be had; an empty one can.
  location.replace(navigator.onLine ? address : 'about:blank');
}

/**
 * Other pages of the reader may stand further back in the history: coming back to one leaves again. Whoever opens the
 * reader anew may read.
 * @param back whether the browser's own Back or Forward led here
 */
function stayAway(address: string, back: boolean): void {
  try {
    if (!sessionStorage.getItem(leftName)) return;
    if (back) leave(address);
    else sessionStorage.removeItem(leftName);
  } catch {
    /* Nothing is held here. */
  }
}

/** Makes the link leave at once, and lets Shift, pressed three times alone, do the same. */
export function startExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.exit');
  if (!link) return;
  const { href } = link;
  stayAway(
    href,
    performance
      .getEntriesByType('navigation')
      .some(entry => (entry as PerformanceNavigationTiming).type === 'back_forward'),
  );
  // A page that the browser kept in memory.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) stayAway(href, true);
  });
  link.addEventListener('click', event => {
    event.preventDefault();
    leave(href);
  });
  let presses: number[] = [];
  addEventListener('keydown', ({ key, repeat, ctrlKey, altKey, metaKey, timeStamp }) => {
    if (repeat) return;
    // In a text field Shift is the beginning of a capital. The link is beside it.
    presses =
      key === 'Shift' && !ctrlKey && !altKey && !metaKey && !document.activeElement?.matches('[type=text],textarea')
        ? [...presses.filter(press => timeStamp - press < time), timeStamp]
        : [];
    if (presses.length === 2) void announce('exit', t => t('exit.once'));
    if (presses.length === 3) leave(href);
  });
  // Shift and a press choose text; Shift and the wheel scroll sideways. When the press ends, because nothing here goes
  // by its beginning (WCAG 2.5.2).
  for (const other of ['click', 'wheel'])
    addEventListener(
      other,
      () => {
        presses = [];
      },
      { passive: true },
    );
}
