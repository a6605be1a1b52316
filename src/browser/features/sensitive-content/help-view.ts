/**
 * The view "Help lines": whom to call or to visit, first in danger, then about the story that is being read, then about
 * all else. In our own words.
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
 * The link is named by the number as it is seen, and described by its digits one by one: read as one large number it
 * could not be written down.
 */
function line(each: HelpLine, language: Language, t: CareWords): TemplateResult {
  const { id, name, for: whom, phone, tel, languages } = each,
    web = webOf(each, language);
  const answers = t(languages.length > 1 ? 'answers.both' : `answers.${languages[0]!}`);
  const call = html`<a href="tel:${tel}" aria-describedby="digits-${id}">${t('line.call', { phone })}</a>`;
  return html`<li><h4>${name[language]}</h4><p>${whom[language]}</p><p>${answers}</p>
    <p>${call}<span id="digits-${id}" hidden>${digitsOf(phone)}</span></p>
    ${web ? html`<p><a href=${web} rel="noreferrer">${t('line.web', { site: siteOf(web) })}</a></p>` : nothing}</li>`;
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
  const shown = (group: HelpGroup) => {
    const heading = headingOf(group.about, story, language, t),
      lines = group.lines.map(each => line(each, language, t));
    return html`<section><h3>${heading}</h3><ul role="list">${lines}</ul></section>`;
  };
  const whenChecked = checked ? t('checked', { day: dayIn(language, checked) }) : t('unchecked');
  render(
    html`<div class="note"><p>${t('whose')} ${whenChecked}</p></div>
    ${shown(groups[0]!)}
    <p>${t('leave', { exit: shared('exit.link') })} ${t('call')}</p>
    ${groups.slice(1).map(shown)}`,
    view,
  );
  container.append(view);
  return undefined;
};
