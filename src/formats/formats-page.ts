/** The page of all formats: what each is good for, how large its files are, and a link to save each. It works without script. */
import { html, type TemplateResult } from 'lit';
import type { PageNames } from '../components/all-pages.js';
import { furtherPage } from '../components/further-page.js';
import type { Language } from '../i18n/translate.js';
import type { FormatsPageKey, FormatsPageReading } from './page-words.js';
import { formatWords, type FormatKey } from './words.js';

/** A file that is offered: `format` is its folder; `name` and `about` say what it is and for whom; `address` is seen from the site's root; its size is in bytes. */
interface OfferedFile { format: string; name: string; about: string; address: string; bytes: number }

/** `offered` are the files of the page's language. `root` leads from the page to the site's root. `exit` is the way out in the bar of every page. */
interface FormatsPage { reading: FormatsPageReading; root: string; offered: readonly OfferedFile[]; names: PageNames; exit: unknown }

/** What one looks for first, and which formats serve it, in this order. A format that is named nowhere comes last. */
const groups = [
  ['read', ['one-file', 'epub', 'word', 'easy-read']],
  ['paper', ['pdf']],
  ['braille', ['braille', 'text']],
  ['parts', ['markdown', 'csv', 'data']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

/** @returns a size in words of the language, such as "412 kB": rounded up, because it may cost the reader money */
function sizeIn(language: Language, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kilobyte'] : [Math.ceil(bytes / 100_000) / 10, 'megabyte'];
  return new Intl.NumberFormat({ en: 'en-GB', cy: 'cy' }[language], { style: 'unit', unit }).format(value);
}

/** The size stands in the link, so that whoever goes from link to link hears what it costs. */
function file({ name, address, bytes }: OfferedFile, { reading: { language, t }, root }: FormatsPage): TemplateResult {
  return html`<li><a href=${root + address} download>${t('save', { name, size: sizeIn(language, bytes) })}</a></li>`;
}

function format(files: readonly OfferedFile[], page: FormatsPage): TemplateResult {
  const { format, about } = files[0]!;
  return html`<h3>${formatWords(page.reading.language)(`${format}.name` as FormatKey)}</h3><p>${about}</p><ul role="list">${files.map(each => file(each, page))}</ul>`;
}

const section = (id: string, heading: string, inside: unknown): TemplateResult => html`<section class="plain" id=${id} aria-labelledby="${id}-name"><h2 id="${id}-name">${heading}</h2>${inside}</section>`;

/** @returns the files of these formats, a list for each format, in order */
const byFormat = (offered: readonly OfferedFile[], formats: readonly string[]): OfferedFile[][] =>
  formats.map(name => offered.filter(each => each.format === name)).filter(files => files.length);

/** @returns the contents of `body` */
export function formatsPage(page: FormatsPage): TemplateResult {
  const { reading, root, names, exit, offered } = page, { language, t } = reading;
  const frame = { bar: t('bar.name'), skip: t('bar.skip'), report: names[language][''], about: t('about'), pages: t('pages.heading') };
  const grouped = groups.map(([, formats]) => formats as readonly string[]).flat(), rest = [...new Set(offered.map(each => each.format))].filter(name => !grouped.includes(name));
  const all = groups.map(([id, formats]) => [id, byFormat(offered, id === 'parts' ? [...formats, ...rest] : formats)] as const).filter(([, lists]) => lists.length);
  return furtherPage({ page: 'formats/', language, root, names, exit, words: frame }, html`<div class="plain"><p>${t('how')}</p><p>${t('welsh')}</p></div>
${all.map(([id, lists]) => section(id, t(`${id}.heading` as FormatsPageKey), lists.map(files => format(files, page))))}
${section('print', t('print.heading'), html`<p>${t('print.what')}</p>`)}
${section('ask', t('ask.heading'), html`<p>${t('ask.what')}</p><p><a href="${root}${language === 'en' ? '' : 'cy/'}#contact">${t('ask.link')}</a></p>`)}`);
}
