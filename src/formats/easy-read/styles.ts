/** The look of easy read: large letters, one sentence on a line, a box beside it; on paper as on the screen. */
import { themes, type Theme } from '../../model/settings/themes.js';

const coloursOf = ({ scheme, colours }: Theme, line = colours['line-0']) =>
  `color-scheme:${scheme};--page:${colours.page};--text:${colours.text};--edge:${colours.edge};--line:${line}`;
const { light, dark } = themes,
  contrastLight = themes['contrast-light'],
  contrastDark = themes['contrast-dark'];

/** A line bends round a part of the report, as on the page. */
const bend = 'border:.5rem solid var(--line);border-width:.5rem 0 0 .5rem;border-top-left-radius:2rem';
const paper = `:root{${coloursOf(contrastLight, '#000')};font-size:16pt}body{max-width:none;padding:0}`;

/**
 * @returns the style sheet: 16 points and more, which easy read asks for
 * (https://www.inclusion-europe.eu/easy-to-read-standards-guidelines/)
 */
export const styles = (): string => `:root{${coloursOf(light)};font:1.25rem/1.6 Arial,Helvetica,sans-serif}
@media (prefers-color-scheme:dark){:root{${coloursOf(dark)}}}
@media (prefers-contrast:more){:root{${coloursOf(contrastLight)}}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{${coloursOf(contrastDark)}}}
body{margin:0 auto;padding:1rem;max-width:44rem;background:var(--page);color:var(--text);overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.25;margin:2em 0 .75em;break-after:avoid;break-inside:avoid}
h1{font-size:2rem;margin-top:1rem}
h2{font-size:1.75rem;${bend};padding:1rem 0 0 1rem}
h3{font-size:1.5rem}
h4{font-size:1.25rem}
p{margin:0}
.line{display:flex;align-items:center;gap:1.25rem;margin:1rem 0;min-height:6rem;break-inside:avoid}
.line p{min-width:0}
.line span{flex:none;width:6rem;height:6rem;box-sizing:border-box;border:2px dashed var(--edge);border-radius:.75rem}
.note{border:2px dashed var(--edge);padding:.75rem 1rem;margin:1rem 0;break-inside:avoid}
h4+.note{break-after:avoid}
.note p+p{margin-top:.5rem}
dt{font-weight:700;margin-top:1.25rem;break-after:avoid}
dd{margin:0}
@media (max-width:34rem){.line{min-height:0}.line span{display:none}}
@media print{${paper}.line span{display:block}@page{margin:2cm}}
`;
