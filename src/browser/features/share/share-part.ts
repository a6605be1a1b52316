/**
 * What can be handed on of the chosen passage: a link, a quotation, a citation, a picture; a part of the view "This
 * passage".
 */
import { make, makeButton } from '../../core/dom/make.js';
import { asDelivered } from '../passage/chosen-passage.js';
import type { Chosen, Part } from '../passage/parts.js';
import { deliveredWords, type Delivered } from '../../core/position/original-words.js';
import { nameOf } from '../../core/position/passages.js';
import { announce } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { citing } from './citing.js';
import { canShare, copy, share } from './hand-over.js';
import { linkTo } from './passage-link.js';
import { picturing } from './picturing.js';
import { inMarks, quotationText, quotedFrom, sourceLine } from './quotation.js';
import type { Sharing } from './sharing.js';
import { sourceOfPage } from './source.js';
import { shareWords, type ShareWords } from './words.js';

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
  const copyOut = async (pressed: HTMLElement, text: string, done: string) => {
    refused.replaceChildren();
    if (await copy(text)) void answer(pressed, 'share', done);
    else showToCopy(t, text, refused);
  };
  const sharing: Sharing = { t, quoted, source, passage, copyOut };
  const ways = make(
    'p',
    {},
    makeButton(t('link'), pressed => void copyOut(pressed, url, t('link.done'))),
    makeButton(t('quotation'), pressed => void copyOut(pressed, quotationText(quoted, source), t('quotation.done'))),
  );
  const data = { title: source.title, text: `${inMarks(quoted.words)}\n— ${sourceLine(quoted, source)}`, url };
  if (canShare(data))
    ways.append(
      makeButton(
        t('sheet'),
        pressed =>
          void share(data).then(opened => {
            if (!opened) void answer(pressed, 'share', t('sheet.failed'), false);
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
