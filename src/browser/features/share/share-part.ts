/**
 * What can be handed on of the chosen passage: a link, a quotation, a citation, a picture; a part of the view "This
 * passage".
 */
import { make } from '../../core/dom/make.js';
import { asDelivered } from '../passage/chosen-passage.js';
import type { Chosen, Part } from '../passage/parts.js';
import { deliveredWords, type Delivered } from '../../core/position/original-words.js';
import { nameOf } from '../../core/position/passages.js';
import { announce } from '../../core/announcements/announce.js';
import { citing } from './citing.js';
import { canShare, copy, share } from './hand-over.js';
import { linkTo } from './passage-link.js';
import { picturing } from './picturing.js';
import { inMarks, quotationText, quotedFrom, sourceLine } from './quotation.js';
import type { Sharing } from './sharing.js';
import { sourceOfPage } from './source.js';
import { shareWords, type ShareWords } from './words.js';

const button = (textContent: string, onclick: () => void): HTMLButtonElement =>
  make('button', { type: 'button', textContent, onclick });

/** Shows a text that the clipboard did not take, selected. */
function showToCopy(t: ShareWords, text: string, room: HTMLElement): void {
  const shown = make('div', { className: 'to-copy', tabIndex: -1, textContent: text });
  room.replaceChildren(make('p', { textContent: t('copy.yourself') }), shown);
  getSelection()?.selectAllChildren(shown);
  shown.focus();
  void announce('share', t('copy.yourself'));
}

function draw(chosen: Chosen, delivered: Delivered, container: HTMLElement, t: ShareWords): void {
  const passage = chosen.passages[0]!,
    name = { ...nameOf(passage), begins: (delivered.get(passage) ?? '').trim() };
  const url = linkTo(name, location.href),
    source = sourceOfPage(),
    quoted = quotedFrom(asDelivered(chosen, delivered), url);
  const refused = make('div', { className: 'refused' });
  const copyOut = async (text: string, done: string) => {
    refused.replaceChildren();
    if (await copy(text)) void announce('share', done);
    else showToCopy(t, text, refused);
  };
  const sharing: Sharing = { t, quoted, source, passage, copyOut, button };
  const ways = make(
    'p',
    {},
    button(t('link'), () => void copyOut(url, t('link.done'))),
    button(t('quotation'), () => void copyOut(quotationText(quoted, source), t('quotation.done'))),
  );
  const data = { title: source.title, text: `${inMarks(quoted.words)}\n— ${sourceLine(quoted, source)}`, url };
  if (canShare(data))
    ways.append(
      button(
        t('sheet'),
        () =>
          void share(data).then(opened => {
            if (!opened) void announce('share', t('sheet.failed'));
          }),
      ),
    );
  container.append(make('h3', { textContent: t('heading') }), ways, refused, citing(sharing), picturing(sharing));
}

/** The words come late; by then something else may have been chosen. */
export const showSharing: Part = (chosen, container) => {
  let ended = false;
  void Promise.all([deliveredWords(), shareWords()]).then(([delivered, t]) => {
    if (!ended) draw(chosen, delivered, container, t);
  });
  return () => {
    ended = true;
  };
};
