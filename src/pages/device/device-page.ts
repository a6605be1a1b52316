/**
 * The page about this device: data in, markup out. What only a script can know is drawn by the elements that stand in
 * it.
 */
import { html, type TemplateResult } from 'lit';
import type { PageNames } from '../all-pages.js';
import { furtherPage, section } from '../further-page.js';
import { markedLanguage } from '../elements/our-note.js';
import type { Language } from '../../model/words/translate.js';
import { sizeIn, type DeviceKey, type DeviceReading } from './words.js';
import { dayIn } from '../../model/words/day.js';

/**
 * `readings` are both languages' words, the page's own first. `root` leads from the page to the site's root. `report`
 * is the report's name in one line, `mark` what tells this text from a corrected one. This version was made on the day
 * of `date`. `file` is the one file: its address seen from the root, its hash, its size. `controls` stand in
 * the bar of every page.
 */
interface Device {
  readings: readonly [DeviceReading, DeviceReading];
  root: string;
  report: { title: string; lang: Language };
  mark: string;
  date: Date;
  file: { address: string; hash: string; bytes: number };
  names: PageNames;
  controls: unknown;
}

function text({ readings: [{ language, t }], root, report, mark, date, file }: Device): TemplateResult {
  const day = dayIn(language, date);
  const paragraphs = (...keys: DeviceKey[]) => keys.map(key => html`<p>${t(key)}</p>`);
  const [before, after] = t('copy.edition', { report: '\n', mark, date: day }).split('\n');
  const name = html`<span lang=${markedLanguage(report.lang, language)}>${report.title}</span>`,
    edition = html`<p>${before}${name}${after}</p><p>${t('state.iphone')}</p>`,
    about = html`${paragraphs('copy.what', 'copy.typefaces', 'copy.notKept')}${edition}`,
    copy = html`<offline-copy><p>${t('copy.script')}</p></offline-copy>${about}`;
  const size = sizeIn(language, file.bytes),
    keep = html`<keep-file name=${t('file.heading')} size=${size} hash=${file.hash}></keep-file>`,
    link = html`<a href=${root + file.address} download>${t('file.save')}</a>`;
  const steps = (['iphone', 'android', 'firefox', 'computer'] as const).map(
      where => html`<li>${t(`install.${where}`)}</li>`,
    ),
    install = html`<install-reader></install-reader><ul role="list" class="list">${steps}</ul>`;
  return html`${section('copy', t('copy.heading'), copy)}
${section('file', t('file.heading'), html`${paragraphs('file.what')}<div>${link}${keep}</div>`)}
${section('install', t('install.heading'), html`<p>${t('install.what')}</p>${install}`)}
${section('kept', t('kept.heading'), html`<p>${t('kept.what')}</p><kept-here><p>${t('kept.script')}</p></kept-here>`)}
${section('leave', t('leave.heading'), paragraphs('leave.what', 'leave.not', 'leave.more'))}`;
}

/** @returns the contents of `body` */
export function devicePage(device: Device): TemplateResult {
  const {
    readings: [{ language, t }],
    root,
    names,
    controls,
  } = device;
  const words = {
    bar: t('bar.name'),
    skip: t('bar.skip'),
    about: t('about'),
    pages: t('pages.heading'),
  };
  return furtherPage({ page: 'device/', language, root, names, controls, words }, text(device));
}
