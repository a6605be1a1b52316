/** How well the reader's own colours stand out, as a number and in words. */
import type { Translate } from '../../../model/words/translate.js';
import { settingNamed } from '../../../model/settings/catalogue.js';
import { contrast, verdictOn } from '../../../model/settings/contrast.js';
import { current } from './store.js';

const colourOf = (name: 'ink' | 'paper' | 'link') => current()[name] ?? settingNamed(name).usual;

/**
 * @returns a sentence on the text, or on the links, before their background. A poor pair is allowed; the panel itself
 * keeps its own colours.
 */
export function contrastWords(name: 'ink' | 'link', t: Translate): string {
  const ratio = contrast(colourOf(name), colourOf('paper'));
  return t(`contrast.${name}`, { ratio: ratio.toFixed(1), verdict: t(`contrast.${verdictOn(ratio)}`) });
}
