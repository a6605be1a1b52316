/** How well one colour stands out from another, as WCAG 2.2 defines it. */

function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!hex) throw new Error(`"${colour}" is not a colour such as #fdfbf8.`);
  const [red = 0, green = 0, blue = 0] = (hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g)!)
    .map(pair => parseInt(pair, 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param one a colour as #rgb or #rrggbb @param other the same
 * @returns their contrast ratio, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)
 * @throws Error when either is not such a colour
 */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Verdict = 'best' | 'good' | 'large' | 'poor';

/** @returns what a ratio means for readers, by the bounds of WCAG 1.4.6, 1.4.3 and its rule for large text */
export const verdictOn = (ratio: number): Verdict =>
  ratio >= 7 ? 'best' : ratio >= 4.5 ? 'good' : ratio >= 3 ? 'large' : 'poor';
