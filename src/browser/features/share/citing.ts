/** A citation of the chosen passage, in the style that the reader chooses. */
import { saveFile } from '../../core/dom/save-file.js';
import { make, makeButton } from '../../core/dom/make.js';
import { answer } from '../../core/announcements/answer.js';
import {
  apa,
  bibtex,
  citationText,
  harvard,
  keyOf,
  ris,
  styles,
  type Citation,
  type CitationWords,
  type Cited,
  type Style,
} from './citations.js';
import type { Sharing } from './sharing.js';
import { dayIn } from './words.js';

/** The style that was chosen last; it holds while the page is open. */
let chosen: Style = 'harvard';

const inLanguage = (lang: string, className: string, ...inside: (Node | string)[]) =>
  make('div', { lang, className }, ...inside);

function shown({ before, title, after, inText }: Citation, { t, source }: Sharing): HTMLElement[] {
  const { lang } = document.documentElement;
  return [
    make('p', { textContent: t('cite.reference') }),
    inLanguage(lang, 'citation', before, make('cite', { textContent: title, lang: source.language }), after),
    ...(inText ? [make('p', { textContent: t('cite.inText') }), inLanguage(lang, 'citation', inText)] : []),
  ];
}

const files = {
  bibtex: { ending: 'bib', type: 'application/x-bibtex', make: bibtex },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', make: ris },
} as const;

/** @returns the citation, closed until it is asked for */
export function citing(sharing: Sharing): HTMLElement {
  const { t, quoted, source, copyOut } = sharing;
  const cited: Cited = { ...source, heading: quoted.heading, url: quoted.url, accessed: dayIn(t) };
  const words: CitationWords = {
    available: t('cite.available'),
    accessed: t('cite.accessed'),
    noDate: t('cite.noDate'),
  };
  const room = make('div', { className: 'citations' });
  const draw = () =>
    room.replaceChildren(
      ...(chosen === 'bibtex' || chosen === 'ris'
        ? [
            make('p', { textContent: t('cite.file') }),
            inLanguage('en', 'citation as-is', citationText(chosen, cited, words)),
          ]
        : shown(chosen === 'apa' ? apa(cited) : harvard(cited, words), sharing)),
    );
  const choices = styles.map(style => {
    const radio = make('input', {
      type: 'radio',
      name: 'citation-style',
      value: style,
      checked: style === chosen,
      onchange: () => {
        chosen = style;
        draw();
      },
    });
    return make('label', {}, radio, t(`style.${style}`));
  });
  const fileButtons = Object.values(files).map(({ ending, type, make: write }) => {
    const file = `${keyOf(source)}.${ending}`;
    return makeButton(t('save', { file }), pressed => {
      saveFile(new Blob([write(cited)], { type }), file);
      void answer(pressed, 'share', t('save.done', { file }));
    });
  });
  draw();
  return make(
    'details',
    { className: 'part' },
    make('summary', { textContent: t('cite') }),
    make('fieldset', {}, make('legend', { textContent: t('cite.style') }), ...choices),
    room,
    ...(source.year ? [make('p', { textContent: t('cite.year') })] : []),
    make(
      'p',
      {},
      makeButton(t('cite.copy'), pressed => void copyOut(pressed, citationText(chosen, cited, words), t('cite.done'))),
      ...fileButtons,
    ),
  );
}
