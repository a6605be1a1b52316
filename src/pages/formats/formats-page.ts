/**
 * The page of all formats: what each is good for, how large its files are, and a link to save each. It works without
 * script.
 */
import { html, type TemplateResult } from 'lit';
import type { PageNames } from '../all-pages.js';
import { furtherPage, section } from '../further-page.js';
import type { Language } from '../../model/words/translate.js';
import type { FormatsPageKey, FormatsPageReading } from './page-words.js';
import { formatWords, type FormatKey } from '../../model/words/format-words.js';

/**
 * A file that is offered: `format` is its folder; `name` and `about` say what it is and for whom; `address` is seen
 * from the site's root; its size is in bytes; by its hash a kept one is told from a newer one.
 */
interface OfferedFile {
  format: string;
  name: string;
  about: string;
  address: string;
  bytes: number;
  hash: string;
}

/**
 * `offered` are the files of the page's language; `missing` names the formats that this copy lacks. `root` leads from
 * the page to the site's root. `controls` stand in the bar of every page.
 */
interface FormatsPage {
  reading: FormatsPageReading;
  root: string;
  offered: readonly OfferedFile[];
  missing: readonly string[];
  names: PageNames;
  controls: unknown;
}

/** What one looks for first, and which formats serve it, in this order. A format that is named nowhere comes last. */
const groups = [
  ['read', ['one-file', 'epub', 'word', 'easy-read']],
  ['paper', ['pdf']],
  ['braille', ['braille', 'text']],
  ['parts', ['markdown', 'csv', 'data']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

/** @returns a size in words of the language, such as "412 kB": rounded up, because it may cost the reader money */
function sizeIn(language: Language, bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kilobyte'] : [Math.ceil(bytes / 100_000) / 10, 'megabyte'];
  return new Intl.NumberFormat({ en: 'en-GB', cy: 'cy' }[language], { style: 'unit', unit }).format(value);
}

/** @returns the link to the ways to reach the publisher */
const publisher = ({ reading: { language, t }, root }: FormatsPage): TemplateResult =>
  html`<a href="${root}${language === 'en' ? '' : 'cy/'}#contact">${t('ask.link')}</a>`;

/** The size stands in the link, so that whoever goes from link to link hears what it costs. */
function file(
  { name, address, bytes, hash }: OfferedFile,
  { reading: { language, t }, root }: FormatsPage,
): TemplateResult {
  const size = sizeIn(language, bytes);
  const link = html`<a href=${root + address} download>${t('save', { name, size })}</a>`;
  return html`<li>${link}<keep-file name=${name} size=${size} hash=${hash}></keep-file></li>`;
}

/** @returns the name of a format as a heading, and either its files or, where this copy lacks it, whom to ask */
function format(name: string, page: FormatsPage): TemplateResult {
  const {
      offered,
      reading: { language, t },
    } = page,
    files = offered.filter(each => each.format === name);
  const heading = html`<h3>${formatWords(language)(`${name}.name` as FormatKey)}</h3>`;
  if (!files.length) return html`${heading}<p>${t('missing')} ${publisher(page)}</p>`;
  return html`${heading}<p>${files[0]!.about}</p><ul role="list">${files.map(each => file(each, page))}</ul>`;
}

/** @returns the contents of `body` */
export function formatsPage(page: FormatsPage): TemplateResult {
  const {
    reading: { language, t },
    root,
    names,
    controls,
    offered,
    missing,
  } = page;
  const frame = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    about: t(missing.length ? 'about.missing' : 'about'),
    pages: t('pages.heading'),
  };
  const here = new Set([...offered.map(each => each.format), ...missing]),
    grouped: readonly string[] = groups.flatMap(([, formats]) => formats);
  const rest = [...here].filter(name => !grouped.includes(name));
  const all = groups
    .map(([id, formats]) => [id, [...formats, ...(id === 'parts' ? rest : [])].filter(name => here.has(name))] as const)
    .filter(([, formats]) => formats.length);
  return furtherPage(
    { page: 'formats/', language, root, names, controls, words: frame },
    html`<div class="plain"><p>${t('how')}</p><p>${t('offline')}</p><p>${t('welsh')}</p></div>
${all.map(([id, formats]) =>
  section(
    id,
    t(`${id}.heading` as FormatsPageKey),
    formats.map(name => format(name, page)),
  ),
)}
${section('print', t('print.heading'), html`<p>${t('print.what')}</p>`)}
${section('ask', t('ask.heading'), html`<p>${t('ask.what')}</p><p>${publisher(page)}</p>`)}`,
  );
}
