/** The choice of a language in the one file: both are in the same page, and the line that is being read stays. */
import type { Language } from '../../../model/words/translate.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { pageLanguage, speakIn } from '../../core/language.js';
import { keepLine } from '../../core/position/keep-line.js';
import { lineBeingRead } from '../../core/position/line.js';
import { keepLanguage, showLanguage, wantedLanguage } from './language.js';

/**
 * The words of the bar and its panel. Once script runs they stand there plainly, one language at a time, as on the
 * site.
 */
const spoken: { text: Text; words: Record<Language, string> }[] = [];

function makePlain(): void {
  for (const welsh of document.querySelectorAll('header [data-in=en] + [data-in=cy]')) {
    const english = welsh.previousElementSibling!,
      text = new Text();
    spoken.push({ text, words: { en: english.textContent, cy: welsh.textContent } });
    english.remove();
    welsh.replaceWith(text);
  }
}

function speak(language: Language): void {
  speakIn(language);
  showLanguage(language);
  for (const { text, words } of spoken) text.data = words[language];
}

/** What is neither in the text nor in the styles: the title, and a name that is not seen. */
async function nameAnew(radio: HTMLInputElement): Promise<void> {
  document.title = radio.dataset['title']!;
  document.querySelector('nav.bar')!.setAttribute('aria-label', (await interfaceWords())('bar.name'));
}

/**
 * Keeps the choice, and lets all follow that it does not reach without script.
 * @param draw draws anew what script drew
 */
export function startLanguages(draw: () => unknown): void {
  makePlain();
  speak(wantedLanguage());
  for (const radio of document.querySelectorAll<HTMLInputElement>('[name=language]')) {
    // The browser may have restored another after a reload.
    radio.checked = radio.value === pageLanguage();
    if (radio.checked) void nameAnew(radio);
    radio.addEventListener('change', () => {
      const language = radio.value as Language;
      // Our own words on the screen are not there any more.
      void keepLine(() => {
        speak(language);
        return undefined;
      }, lineBeingRead);
      keepLanguage(language);
      void nameAnew(radio);
      void draw();
    });
  }
}
