/**
 * The page's one polite voice. It stands empty in the first HTML, because screen readers overlook regions that arrive
 * later.
 */
import type { Translate } from '../../../model/words/translate.js';
import { pageLanguage } from '../language.js';

/** How long a sentence stands before the next may take its place, in milliseconds: long enough to begin to be read. */
const turn = 1000;

export type Sentence = string | ((t: Translate) => string);
const waiting = new Map<string, Sentence>();
let speaking = false;

/** @returns the interface's words in the page's language, fetched when first needed */
export const interfaceWords = async (): Promise<Translate> =>
  (await import('../../../model/words/interface-words.js')).translations(pageLanguage());

const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds));

async function speak(region: Element): Promise<void> {
  for (const [about, sentence] of waiting) {
    waiting.delete(about);
    const text = typeof sentence === 'string' ? sentence : sentence(await interfaceWords());
    // The same sentence twice in a row would not be read again.
    region.textContent = '';
    await pause(50);
    // Something newer about the same thing came while the words did.
    if (waiting.has(about)) continue;
    region.textContent = text;
    await pause(turn);
  }
}

/**
 * Says something once, after what is being said now, in the page's language.
 * @param about what it is about; of two sentences about the same thing only the newer is said
 * @param sentence what to say, or how to make it from the interface's words
 */
export async function announce(about: string, sentence: Sentence): Promise<void> {
  const region = document.querySelector('[role=status]');
  if (!region) return;
  waiting.delete(about);
  waiting.set(about, sentence);
  if (speaking) return;
  speaking = true;
  await speak(region).finally(() => {
    speaking = false;
  });
}
