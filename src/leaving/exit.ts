/** Leaving fast, as GOV.UK's "Exit this page" does (https://design-system.service.gov.uk/components/exit-this-page/): a link that works without script, and Shift three times. */
import { say } from '../voice/say.js';

/** How long the three presses may take, in milliseconds; GOV.UK's figure. */
const time = 5000;

/** Empties the page before anything else, then goes; in the place of this page in the history, so that Back does not bring it up again. */
function leave(address: string): void {
  document.documentElement.hidden = true;
  document.documentElement.style.display = 'none';
  document.title = '';
  try { sessionStorage.clear(); } catch { /* Nothing was held. */ }
  // Without a connection another page cannot be had; an empty one can.
  location.replace(navigator.onLine ? address : 'about:blank');
}

/** Makes the link leave at once, and lets Shift, pressed three times alone, do the same. */
export function startExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.exit');
  if (!link) return;
  link.addEventListener('click', event => { event.preventDefault(); leave(link.href); });
  let presses: number[] = [];
  addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses.filter(press => timeStamp - press < time), timeStamp] : [];
    if (presses.length === 2) void say('exit', t => t('exit.once'));
    if (presses.length === 3) leave(link.href);
  });
  // A page that the browser kept in memory comes back empty.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
}
