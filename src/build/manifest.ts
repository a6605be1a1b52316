/**
 * The web manifest of each language: what an installed reader is called, how it opens, what it looks like in a store.
 */
import { addressOf } from '../model/pages.js';
import type { Language, Reading } from '../model/words/translate.js';
import { themes } from '../model/settings/themes.js';
import { siteAddress } from './site.js';

/**
 * @returns what an installed reader is known by: the address at which it starts, which is what browsers took while no
 * manifest named any, so that whoever installed it keeps the same app. They look for it from the root of the host
 * alone; where the path is not known, nothing is named, and they go on as before.
 */
function identityOf(language: Language): { id?: string } {
  const site = siteAddress();
  return site ? { id: new URL(addressOf('', language), site).pathname } : {};
}

/**
 * @returns a manifest (https://www.w3.org/TR/appmanifest/); addresses are relative to it, so it may stand under any
 * path
 */
export function manifestOf(description: string, { language, t }: Reading) {
  const root = language === 'en' ? './' : '../';
  const icon = (file: string, sizes: string, purpose: string) => ({
    src: root + file,
    sizes,
    type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    purpose,
  });
  const screenshot = (file: string, sizes: string, form_factor: 'narrow' | 'wide') => ({
    src: root + file,
    sizes,
    type: 'image/png',
    form_factor,
    label: description,
  });
  return {
    name: t('page.name'),
    short_name: t('page.shortName'),
    description: t('page.description'),
    lang: language,
    dir: 'ltr',
    ...identityOf(language),
    start_url: './',
    scope: root,
    display: 'minimal-ui',
    categories: ['government', 'books'],
    background_color: themes.light.colours['block-0'],
    theme_color: themes.light.colours['block-0'],
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
    screenshots: [screenshot('narrow.png', '780x1688', 'narrow'), screenshot('wide.png', '1280x800', 'wide')],
  };
}
