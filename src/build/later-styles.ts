/** The styles that first paint does not need, each a file of its own, named by what is in it. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { bundle, transform } from 'lightningcss';
import { tileStyles } from '../styles/themes.js';
import { rules } from './inline.js';

const folder = resolve(import.meta.dirname, '../styles');

export interface StyleFile { fileName: string; source: string }

/** @returns the minified file of a style sheet: `settings` also dresses each theme's tile in its theme */
export function laterStyles(name: 'settings' | 'print'): StyleFile {
  const own = bundle({ filename: join(folder, `${name}.css`), ...rules }).code.toString();
  const source = own + (name === 'settings' ? transform({ filename: 'tiles.css', code: Buffer.from(tileStyles()), ...rules }).code.toString() : '');
  return { fileName: `assets/${name}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.css`, source };
}
