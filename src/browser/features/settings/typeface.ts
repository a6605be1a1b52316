/**
 * Looks whether a chosen typeface has come. Without a connection it cannot, and a browser asks for it only once: here
 * it is asked for again, until it comes. Fetched with the further settings, and where one is chosen.
 */
import { announce } from '../../core/announcements/announce.js';
import type { SettingName } from '../../../model/settings/catalogue.js';
import { current, whenChanged } from './store.js';
import { listeners } from '../../core/listeners.js';

/** The typefaces that are fetched, as the styles name them. */
const families: Record<string, string> = { atkinson: 'Atkinson', opendyslexic: 'OpenDyslexic' };
/**
 * How long after its first failure it is asked for again, in milliseconds; each further time, twice as long after the
 * one before.
 */
const firstPause = 8000;

let chosen: string | undefined,
  missing = false,
  pause = firstPause,
  waiting: ReturnType<typeof setTimeout>;
const { tell, follow } = listeners();

/** @returns whether a setting is one whose value could not be fetched */
export const isMissing = (name: SettingName): boolean => name === 'typeface' && missing;

/** @param listener is called when that changes @returns a function that ends it */
export const whenMissing = follow;

/** Waits for the styles that name the typefaces' files. */
async function styles(link: HTMLLinkElement | null): Promise<void> {
  if (link && !link.disabled && !link.sheet)
    await new Promise(done => {
      for (const end of ['load', 'error']) link.addEventListener(end, done, { once: true });
    });
}

async function look(): Promise<void> {
  const family = families[chosen ?? ''];
  await styles(document.querySelector('#extra'));
  const came =
    !family ||
    (await document.fonts.load(`1em ${family}`).then(
      () => true,
      () => false,
    ));
  // Another may have been chosen meanwhile.
  if (family !== families[chosen ?? '']) return;
  clearTimeout(waiting);
  if (!came) {
    waiting = setTimeout(askAgain, pause);
    pause *= 2;
  }
  if (missing === !came) return;
  missing = !came;
  tell();
}

/** A face that failed stays so; the same styles, linked anew, bring new ones. */
function askAgain(): void {
  const link = document.querySelector<HTMLLinkElement>('#extra');
  if (!missing || !link) return;
  const next = link.cloneNode() as HTMLLinkElement;
  next.onload = () => {
    link.remove();
    void look();
  };
  next.onerror = () => {
    next.remove();
    void look();
  };
  link.after(next);
}

whenChanged(() => {
  if (current().typeface === chosen) return;
  chosen = current().typeface;
  pause = firstPause;
  void look().then(() => {
    if (missing) void announce('settings', t => t('settings.source.missing'));
  });
});
addEventListener('online', askAgain);
chosen = current().typeface;
void look();
