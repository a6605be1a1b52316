/**
 * The view "Help lines": whom to call or to visit, first in danger, then about the story that is being read; all else
 * is folded by what it is about. In our own words.
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import { markedLanguage } from '../../../pages/elements/our-note.js';
import type { Language } from '../../../model/words/translate.js';
import { make } from '../../core/dom/make.js';
import type { View } from '../../core/panel/view.js';
import { pageLanguage } from '../../core/language.js';
import { webOf, type HelpLine } from '../../../model/explanations.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { checkedOn, digitsOf, helpGroups, siteOf, type HelpGroup } from './groups.js';
import { hardStory } from './hard-story.js';
import { careWords, type CareWords } from './words.js';
import { dayIn } from '../../../model/words/day.js';

/**
 * In a window that holds fewer lines of the reader's own text than these, each helpline would fill many screens: who it
 * is for is folded there too, and of those for the story only the first few stand open.
 */
const fewLines = 20,
  fewFirst = 3;
const isTight = () => innerHeight / parseFloat(getComputedStyle(document.documentElement).fontSize) < fewLines;

const folded = (name: unknown, inside: unknown): TemplateResult =>
  html`<details><summary>${name}</summary>${inside}</details>`;

/**
 * The link is named by the number as it is seen, and described by its digits one by one: read as one large number it
 * could not be written down.
 */
function line(each: HelpLine, language: Language, t: CareWords, tight: boolean): TemplateResult {
  const { id, name, for: whom, phone, tel, languages } = each,
    web = webOf(each, language);
  const answers = t(languages.length > 1 ? 'answers.both' : `answers.${languages[0]!}`);
  const call = html`<a href="tel:${tel}" aria-describedby="digits-${id}">${t('line.call', { phone })}</a>`;
  const about = html`<p>${whom[language]}</p><p>${answers}</p>`,
    calling = html`<p>${call}<span id="digits-${id}" hidden>${digitsOf(phone)}</span></p>`,
    site = web ? html`<p><a href=${web} rel="noreferrer">${t('line.web', { site: siteOf(web) })}</a></p>` : nothing;
  const inside = tight ? html`${calling}${folded(t('line.about'), html`${about}${site}`)}` : [about, calling, site];
  return html`<li><h4>${name[language]}</h4>${inside}</li>`;
}

/** The heading of a story is the report's, and in its language. */
function headingOf(
  about: HelpGroup['about'],
  story: HTMLElement | undefined,
  language: Language,
  t: CareWords,
): unknown {
  if (about !== 'story') return t(about === 'emergency' ? about : `topic.${about}`);
  const heading = story!.querySelector('h4')!,
    { lang } = heading.closest<HTMLElement>('[lang]')!;
  return html`${t('story')} <span lang=${markedLanguage(lang, language)}>${heading.textContent.trim()}</span>`;
}

/** @param about the element of a story, where that is known */
export const showHelp: View = async (container, _panel, about) => {
  const story = hardStory(about),
    [t, shared] = await Promise.all([careWords(), interfaceWords()]);
  const language = pageLanguage(),
    checked = checkedOn(),
    view = make('div', { className: 'help-view' });
  const groups = helpGroups(story?.id, language);
  const tight = isTight();
  const list = (lines: readonly HelpLine[]) =>
    html`<ul role="list">${lines.map(each => line(each, language, t, tight))}</ul>`;
  const shown = ({ about, lines }: HelpGroup) => {
    const heading = html`<h3>${headingOf(about, story, language, t)}</h3>`;
    if (about !== 'emergency' && about !== 'story') return html`<section>${folded(heading, list(lines))}</section>`;
    const first = tight ? fewFirst : lines.length,
      rest = lines.length > first ? folded(t('story.more'), list(lines.slice(first))) : nothing;
    return html`<section>${heading}${list(lines.slice(0, first))}${rest}</section>`;
  };
  const whenChecked = checked ? t('checked', { day: dayIn(language, checked) }) : t('unchecked');
  const whose = html`<p>${t('whose')} ${whenChecked}</p>`,
    privacy = html`<p>${t('leave', { exit: shared('exit.link') })} ${t('call')}</p>`;
  render(
    html`${shown(groups[0]!)}
    ${tight ? folded(t('about.privacy'), privacy) : privacy}
    ${groups.slice(1).map(shown)}
    <div class="note">${tight ? folded(t('about.list'), whose) : whose}</div>`,
    view,
  );
  container.append(view);
  return undefined;
};
