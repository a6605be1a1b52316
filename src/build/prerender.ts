/** Turns the templates into HTML, with Lit's own server renderer. The only file that depends on it. */
import { render, type RenderInfo } from '@lit-labs/ssr';
import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';
import { LightElement } from '../pages/elements/light-element.js';
import { translations } from '../model/words/i18n.js';
import { addressOf, type FurtherPage } from '../model/pages.js';
import type { PageNames } from '../pages/all-pages.js';
import { devicePage } from '../pages/device/device-page.js';
import { deviceReading } from '../pages/device/words.js';
import { formatsPage } from '../pages/formats/formats-page.js';
import { formatsReading } from '../pages/formats/page-words.js';
import { helpPage } from '../pages/help/help-page.js';
import { helpReading } from '../pages/help/page-words.js';
import { languages, other, type Language, type Reading } from '../model/words/translate.js';
import { plainReading } from '../pages/plain/page-words.js';
import { plainPage } from '../pages/plain/plain-page.js';
import { statementPage } from '../pages/statement/statement-page.js';
import { statementReading } from '../pages/statement/words.js';
import { readContent, reportIn } from './content.js';
import { hashOf, type Offer } from './make-formats.js';
import { fingerprintOf } from './fingerprint.js';
import { accessOf, dataOf, headOf, pageTitleOf, titleOf } from './head.js';
import { manifestOf } from './manifest.js';
import { markupOf, treeOf } from './markup.js';
import { inBothLanguages } from './one-file-languages.js';
import { fileNameOf, oneFileBody, oneFileHead } from './one-file-page.js';
import { bodyOf, furtherControls, missingOf } from './page.js';
import { dayOfBuild, furtherHead, rootOf } from './further-pages.js';
import { siteAddress } from './site.js';

/**
 * Renders our elements' words as their children. Lit's renderer would put them in a shadow root, and keep the host on
 * its stack.
 */
class LightRenderer extends LitElementRenderer {
  static override matchesClass(element: { readonly prototype: unknown }): boolean {
    return element.prototype instanceof LightElement;
  }
  override renderShadow(info: RenderInfo): undefined {
    info.customElementHostStack.pop();
    return undefined;
  }
  override renderLight(info: RenderInfo) {
    return [() => renderValue((this.element as unknown as LightElement).renderLight(), info, false)];
  }
}

/** @returns a template as HTML, with nothing in it that a page does without */
export const htmlOf = (template: unknown): string =>
  markupOf(treeOf(collectResultSync(render(template, { elementRenderers: [LightRenderer, LitElementRenderer] }))));

/** Lit cannot write into a title, whose text is raw. */
const title = (text: string) => `<title>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`;

export interface Page {
  head: string;
  body: string;
}

const readingIn = (language: Language): Reading => ({ language, t: translations(language) });

/**
 * @returns head and body of the page in a language, and its web manifest
 * @throws Error when the content cannot be built
 */
export function prerender(language: Language): Page & { manifest: string } {
  const reading = readingIn(language);
  const report = reportIn(language, readContent());
  return {
    head: title(pageTitleOf(report, reading)) + htmlOf(headOf(reading)) + dataOf(report),
    body: htmlOf(bodyOf(report, reading)),
    manifest: JSON.stringify(manifestOf(titleOf(report), reading)),
  };
}

/** @returns the page for addresses that do not exist. @param root the path where the site stands, ending in "/" */
export function prerenderMissing(root: string): Page {
  const readings = languages.map(readingIn),
    titles = readings.map(({ t }) => t('missing.title'));
  return {
    head: `<meta name="viewport" content="width=device-width,initial-scale=1">${title(titles.join(' · '))}`,
    body: htmlOf(missingOf(root, readings)),
  };
}

/** What each page is called, in each language. */
const names = Object.fromEntries(
  languages.map(language => [
    language,
    {
      '': statementReading(language).t('pages.report'),
      'help/': helpReading(language).t('title'),
      'plain/': plainReading(language).t('title'),
      'formats/': formatsReading(language).t('title'),
      'device/': deviceReading(language).t('title'),
      'accessibility/': statementReading(language).t('title'),
    },
  ]),
) as unknown as PageNames;

/**
 * @returns head and body of the accessibility statement in a language
 * @throws Error when the content cannot be built
 */
function prerenderStatement(language: Language): Page {
  const readings = [statementReading(language), statementReading(other(language))] as const;
  const content = readContent();
  const contacts = content.report.parts.flatMap(({ blocks }) => blocks).filter(block => block.type === 'contact');
  const [{ t }] = readings;
  return {
    head:
      title(`${t('title')}: ${t('pages.report')}`) +
      htmlOf(furtherHead('accessibility/', language, t('description'))) +
      accessOf(reportIn(language, content), (siteAddress() ?? rootOf(language)) + addressOf('', language)),
    body: htmlOf(
      statementPage({
        readings,
        contacts,
        root: rootOf(language),
        date: dayOfBuild(),
        names,
        controls: furtherControls(readingIn(language)),
      }),
    ),
  };
}

/**
 * @returns head and body of the page about this device in a language
 * @param source the one file
 * @throws Error when the content cannot be built
 */
function prerenderDevice(language: Language, source: string | Buffer): Page {
  const readings = [deviceReading(language), deviceReading(other(language))] as const;
  const report = reportIn(language, readContent());
  const [{ t }] = readings;
  return {
    head: title(`${t('title')}: ${names[language]['']}`) + htmlOf(furtherHead('device/', language, t('description'))),
    body: htmlOf(
      devicePage({
        readings,
        root: rootOf(language),
        report: { title: titleOf(report), lang: report.language as Language },
        mark: fingerprintOf(report),
        date: dayOfBuild(),
        file: { address: fileNameOf(report), hash: hashOf(source), bytes: Buffer.byteLength(source) },
        names,
        controls: furtherControls(readingIn(language)),
      }),
    ),
  };
}

/** @returns head and body of the page in plain words, in a language @throws Error when the content cannot be built */
function prerenderPlain(language: Language): Page {
  const { t } = plainReading(language);
  return {
    head: title(`${t('title')}: ${names[language]['']}`) + htmlOf(furtherHead('plain/', language, t('description'))),
    body: htmlOf(
      plainPage({
        reading: plainReading(language),
        root: rootOf(language),
        report: reportIn(language, readContent()),
        names,
        controls: furtherControls(readingIn(language)),
      }),
    ),
  };
}

/** @returns head and body of the help page, in a language */
function prerenderHelp(language: Language): Page {
  const reading = helpReading(language),
    { t } = reading;
  return {
    head: title(`${t('title')}: ${names[language]['']}`) + htmlOf(furtherHead('help/', language, t('description'))),
    body: htmlOf(helpPage({ reading, root: rootOf(language), names, controls: furtherControls(readingIn(language)) })),
  };
}

/**
 * @returns head and body of the page of all formats, in a language
 * @param offer every file, in both languages, and what cannot be made
 * @throws Error when the content cannot be built
 */
function prerenderFormats(language: Language, { offered, missing }: Offer): Page {
  const reading = formatsReading(language),
    { t } = reading;
  return {
    head:
      title(`${t('title')}: ${names[language]['']}`) +
      htmlOf(furtherHead('formats/', language, t(missing.length ? 'description.missing' : 'description'))),
    body: htmlOf(
      formatsPage({
        reading,
        root: rootOf(language),
        offered: offered.filter(each => each.language === language),
        missing,
        names,
        controls: furtherControls(readingIn(language)),
      }),
    ),
  };
}

/** The pages beside the report, by their folders. */
export const prerenderFurther = {
  accessibility: prerenderStatement,
  device: prerenderDevice,
  formats: prerenderFormats,
  help: prerenderHelp,
  plain: prerenderPlain,
} satisfies Record<FurtherPage, unknown>;

/**
 * @returns head and body of the one file, in both languages, and its name
 * @throws Error when the content cannot be built
 */
export function prerenderOneFile(): Page & { fileName: string } {
  const content = readContent(),
    [english, welsh] = [readingIn('en'), readingIn('cy')];
  const report = reportIn('en', content),
    translated = reportIn('cy', content);
  const copy = { titles: { en: pageTitleOf(report, english), cy: pageTitleOf(translated, welsh) }, date: dayOfBuild() };
  return {
    head: title(copy.titles.en) + htmlOf(oneFileHead(english.t)) + dataOf(report),
    body: inBothLanguages(htmlOf(oneFileBody(report, english, copy)), htmlOf(oneFileBody(translated, welsh, copy))),
    fileName: fileNameOf(report),
  };
}
