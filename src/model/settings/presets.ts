/** Ready-made looks: each is a set of ordinary values that one can go on changing. */
import type { Choices } from './catalogue.js';

export type PresetName = 'larger' | 'contrast' | 'dyslexia' | 'calm';

/**
 * `dyslexia`: wider letter spacing is the best-evidenced help (Zorzi et al., PNAS 2012; British Dyslexia Association,
 * Style Guide 2023: letters about 35% wider apart, words 3.5 times that, lines at 1.5, a cream ground). No typeface
 * made for dyslexia has been shown to help more.
 */
export const presets: Record<PresetName, Choices> = {
  larger: { size: '150', leading: '1.8', paragraph: '2', measure: '48' },
  contrast: { theme: 'contrast-dark', weight: 'medium', leading: '1.7' },
  dyslexia: {
    theme: 'cream',
    typeface: 'atkinson',
    size: '125',
    leading: '1.8',
    tracking: '0.06',
    wordspace: '0.2',
    paragraph: '2',
    measure: '50',
  },
  calm: { theme: 'cream', leading: '1.8', paragraph: '2', measure: '50', drawings: 'hidden' },
};
