/** The offline copy as the reader meets it: says when it is complete and not before, and asks before a newer version takes over. */
import { Workbox } from 'workbox-window';
import { say, words } from '../voice/say.js';

interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown } }

/** The worker stands beside the English page; scripts stand one folder below it. */
const workerAddress = new URL(/* @vite-ignore */ '../sw.js', import.meta.url).href;

/** Under the policy a worker's address must be vouched for. This one rule vouches for ours alone. */
function trusted(address: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const rules = { createScriptURL(url: string) { if (url !== workerAddress) throw new TypeError(`Not the reader's worker: ${url}`); return url; } };
  return (types ? types.createPolicy('reader-worker', rules).createScriptURL(address) : address) as string;
}

/** Shows that the copy is complete, and says so once, when it is new. The words stood in the page, unseen. */
function showSaved(isNew: boolean): void {
  const saved = document.querySelector('.saved');
  saved?.classList.add('now');
  if (isNew && saved) void say('offline', saved.textContent);
}

/** Asks, above the bar, whether the newer version may take over. @returns whether the reader said yes */
async function askToUpdate(): Promise<boolean> {
  const bar = document.querySelector('nav.bar');
  if (!bar || bar.querySelector('.offer')) return false;
  const t = await words();
  const offer = Object.assign(document.createElement('p'), { className: 'offer', textContent: `${t('offline.update')} ` });
  const [take, later] = (['offline.take', 'offline.later'] as const).map(key => Object.assign(document.createElement('button'), { type: 'button', textContent: t(key) }));
  offer.append(take!, later!);
  bar.prepend(offer);
  void say('update', t => t('offline.updateSaid'));
  return new Promise(answer => {
    take!.onclick = () => { offer.remove(); answer(true); };
    // Focus would fall to the document, and a screen reader would begin again from the top.
    later!.onclick = () => { offer.remove(); bar.querySelector('a')?.focus(); answer(false); };
  });
}

/** Keeps the report for offline reading, where the browser can. */
export function keepCopy(): void {
  if (!('serviceWorker' in navigator)) return;
  const worker = new Workbox(trusted(workerAddress));
  let asked = false;

  const tell = async (isNew = false) => { if (await worker.messageSW({ type: 'is-complete' }).catch(() => false) === true) showSaved(isNew); };
  worker.addEventListener('activated', ({ isUpdate }) => void tell(!isUpdate));
  worker.addEventListener('waiting', () => void askToUpdate().then(yes => { if (yes) { asked = true; worker.messageSkipWaiting(); } }));
  // A newer version may take over because another tab asked. This page reloads only if its own reader did.
  navigator.serviceWorker.addEventListener('controllerchange', () => { if (asked) location.reload(); });
  // Refused, as in some private windows: the page is readable all the same.
  worker.register({ immediate: true }).then(registration => { if (registration?.active) void tell(); }, () => undefined);
}
