/** The book's own styles: room and structure. Typeface, size and colours of the text are the reader's. */
import { dashes } from '../../pages/elements/stat-drawing.js';

/**
 * Lines in colours that are seen on white, on black and on cream alike (3:1, WCAG 2.2, 1.4.11), because only the
 * reading system knows what is behind them.
 */
export const lineColours = ['#6f7793', '#c2456f', '#158073', '#6a74dd', '#b5672b'] as const;

const unbroken = 'hyphens: none; -webkit-hyphens: none; -epub-hyphens: none;';
const withNext = 'page-break-after: avoid; break-after: avoid;';
const whole = 'page-break-inside: avoid; break-inside: avoid;';
const bend = `border: 0 solid ${lineColours[0]}; border-width: .5em 0 0 .5em; border-top-left-radius: 2em;`;
/** The colour of one of the four lines, and of the voices on it. */
const lineRule = (number: number) =>
  `.line-${number} > .bend, .line-${number} .voice { border-color: ${lineColours[number]}; }`;

/**
 * @returns the style sheet. No colour on text, no typeface but the kind of it for voices, sizes in em; old reading
 * systems know no custom properties.
 */
export const styles = (): string => `@namespace epub "http://www.idpf.org/2007/ops";
html, body { margin: 0; padding: 0; }
/* A word that is longer than the line, at very large letters, goes on in the next. */
body { padding: 0 .25em; line-height: 1.5; overflow-wrap: break-word; word-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; margin: 1.5em 0 .75em; ${withNext} text-align: left; ${unbroken} }
h1 { font-size: 1.75em; margin-top: .5em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.15em; }
p { margin: .75em 0; }
p, li { orphans: 2; widows: 2; text-align: left; }
.cover { margin: 0; text-align: center; page-break-after: always; }
.cover img { max-width: 100%; max-height: 100vh; height: auto; }
.series { font-size: 1.25em; }
.series b { display: block; font-family: serif; font-weight: normal; font-size: 2em; line-height: 1.2; }
ul { padding-left: 1.25em; }
li { margin: .5em 0; }
nav ol { list-style: none; padding-left: 1em; }
nav > ol { padding-left: 0; }
/* A line bends round what it announces. */
.bend { height: 1.5em; margin: 1em 0 0; ${bend} }
.bend + h1, .bend + h2 { margin-top: .25em; }
${[1, 2, 3, 4].map(lineRule).join('\n')}
/* Voices: serif is people. */
.voice { margin: 1.25em 0; padding-left: 1em; border-left: .25em solid ${lineColours[0]}; }
.voice .by { font-weight: bold; margin: .25em 0; ${withNext} }
blockquote { margin: .5em 0; font-family: serif; font-size: 1.1em; }
q { quotes: none; font-family: serif; }
q::before, q::after { content: none; }
.signature { margin-top: 1.5em; }
.signature b { font-family: serif; font-weight: normal; font-size: 1.25em; }
/* Our own words: dashed, never mistaken for the report's. */
.note { margin: 1.25em 0; padding: .25em 1em; border: .125em dashed; font-size: .9em; }
.note p { margin: .5em 0; }
/* Figures: the number stands inside its sentence; a drawing says what one dot is. */
.figures { list-style: none; padding: 0; }
.figures li { margin: 1em 0; padding: .5em 0 1em; border-top: .125em solid ${lineColours[0]}; ${whole} }
.figures p { font-family: serif; font-size: 1.1em; margin: .25em 0 .75em; }
.figures b { font-weight: normal; font-size: 2em; line-height: 1.1; }
svg { display: block; width: 100%; max-width: 40em; fill: none; stroke: currentColor; stroke-linecap: round; }
.dots { stroke-width: 2; stroke-dasharray: ${dashes}; }
.figures .scale { font: .9em/1.4 sans-serif; margin: .5em 0 0; border-top: .0625em dashed; padding-top: .25em; }
.share, .years { stroke-width: 1; }
.share path + path, .years path + path { stroke-width: 4; }
.ways { list-style: none; padding: 0; }
`;
