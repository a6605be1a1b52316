/** The chosen words as a picture, with the words of the picture for those who cannot see it. */
import { saveFile } from '../../core/dom/save-file.js';
import { make, makeButton } from '../../core/dom/make.js';
import { answer } from '../../core/announcements/answer.js';
import { keyOf } from './citations.js';
import { canShare, share } from './hand-over.js';
import { draw, lookOf, mostLetters } from './picture.js';
import { inMarks, sourceLine } from './quotation.js';
import type { Sharing } from './sharing.js';

/** @returns the picture's part, closed until it is asked for. The picture itself is drawn when it is saved or shared */
export function picturing({ t, quoted, source, passage, copyOut }: Sharing): HTMLElement {
  const summary = make('summary', { textContent: t('picture') });
  if (quoted.words.length > mostLetters)
    return make('details', { className: 'part' }, summary, make('p', { textContent: t('picture.long') }));
  const figure = passage.closest('stats-grid') ? (passage.querySelector('b')?.textContent ?? '') : '',
    isFigure = Boolean(figure) && quoted.words.includes(figure);
  const words = isFigure ? quoted.words : inMarks(quoted.words),
    line = sourceLine(quoted, source);
  const alternative = t('picture.alt', { words, source: line }),
    name = `${keyOf(source)}.png`;
  const below = [quoted.by, source.publisher, `${source.title}${source.year ? ` (${source.year})` : ''}`].filter(
    Boolean,
  );
  const withPicture = (pressed: HTMLElement, use: (picture: File) => Promise<void> | void) =>
    void draw({ ...(isFigure && { figure }), words, below }, lookOf(passage))
      .then(picture => use(new File([picture], name, { type: 'image/png' })))
      .catch((error: unknown) => {
        globalThis.reportError?.(error);
        void answer(pressed, 'share', t('picture.failed'), false);
      });
  const ways = make(
    'p',
    {},
    makeButton(t('picture.save'), pressed =>
      withPicture(pressed, picture => {
        saveFile(picture, name);
        void answer(pressed, 'share', t('save.done', { file: name }));
      }),
    ),
    makeButton(t('picture.copy'), pressed => void copyOut(pressed, alternative, t('picture.done'))),
  );
  const sample = { files: [new File([], name, { type: 'image/png' })] };
  if (canShare(sample))
    ways.append(
      makeButton(t('picture.share'), pressed =>
        withPicture(pressed, async picture => {
          const opened = await share({ files: [picture], text: alternative });
          if (!opened) void answer(pressed, 'share', t('sheet.failed'), false);
        }),
      ),
    );
  return make(
    'details',
    { className: 'part' },
    summary,
    make('p', { textContent: t('picture.about') }),
    make('div', { className: 'citation', textContent: alternative }),
    ways,
  );
}
