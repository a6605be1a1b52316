/**
 * What the bar has to say, one notice at a time: the most important one stands above the bar's links, and a lesser one
 * comes back when that has ended. It takes no focus, stands in the way of no text, and moves none.
 */
import styles from 'virtual:notice-styles';
import { announce } from '../announcements/announce.js';
import { make } from '../dom/make.js';
import { linkStyles } from '../dom/styles.js';
import { fitBar } from '../position/bar-room.js';
import { isSheetOpen, whenNoSheet } from './sheets.js';

/**
 * What a notice is about, the most important first. First the text itself: that there is a newer one, or that it was
 * corrected. Then where the reader is, above all when they have just asked, and with which settings. Then what they are
 * doing, the shortest first: words are selected for a moment, what was found stays marked. The way back is last,
 * although it tells of a place, because it stands after every jump until it is used: before what was found, to which
 * one jumps too, and before selected words, it would always be in the way.
 */
const kinds = ['update', 'corrections', 'where', 'arrived', 'settings', 'place', 'selected', 'found', 'back'] as const;
export type NoticeKind = (typeof kinds)[number];

export interface Notice {
  content: HTMLElement[];
  /** What its controls are for, where their own words do not tell. */
  name?: string;
  /** What a screen reader says when it is first shown: where it stands is part of that. */
  said?: string | undefined | (() => string | undefined);
  /** Whether it makes no sense any more. Asked whenever notices are settled. */
  isOver?: () => boolean;
}

interface Shown {
  kind: NoticeKind;
  notice: Notice;
  row: HTMLElement;
  isUnderMouse: boolean;
}

const asked = new Map<NoticeKind, Notice>(),
  wasSaid = new WeakSet<Notice>();
let shown: Shown | undefined,
  waits = false,
  isStyled = !styles;

/**
 * Whether the reader is about to press something in a notice. Nothing takes its place then, however important: another
 * control would come under the finger, and the focus would be lost. It is settled when they have left it.
 */
const isInUse = ({ row, isUnderMouse }: Shown): boolean => isUnderMouse || row.contains(document.activeElement);

function draw(kind: NoticeKind, notice: Notice): Shown {
  const row = make('div', { className: 'notice' }, ...notice.content),
    drawn = { kind, notice, row, isUnderMouse: false };
  row.dataset['kind'] = kind;
  if (notice.name) {
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', notice.name);
  }
  row.addEventListener('focusout', settleSoon);
  row.addEventListener('pointerenter', ({ pointerType }) => {
    drawn.isUnderMouse = pointerType === 'mouse';
  });
  row.addEventListener('pointerleave', () => {
    drawn.isUnderMouse = false;
    settleSoon();
  });
  return drawn;
}

/**
 * Puts a notice in the place of the one that is shown, if any. Where that had the focus, it would fall to the document,
 * and a screen reader would begin again from the top. The bar lies over the text, so nothing of that moves.
 */
function put(next?: Shown, focus = shown?.row.contains(document.activeElement)): void {
  const bar = document.querySelector('nav.bar');
  shown?.row.remove();
  if (next) bar?.prepend(next.row);
  fitBar();
  shown = next;
  if (focus) bar?.querySelector<HTMLElement>(':scope > :is(a, button):not([hidden])')?.focus({ preventScroll: true });
  if (!next || wasSaid.has(next.notice)) return;
  wasSaid.add(next.notice);
  const { said } = next.notice,
    words = typeof said === 'function' ? said() : said;
  if (words) void announce(next.kind, words);
}

/** @returns the most important notice that still makes sense, and its kind */
function mostImportant(): [NoticeKind, Notice] | undefined {
  for (const [kind, { isOver }] of asked) if (isOver?.()) asked.delete(kind);
  return [...asked].sort(([one], [other]) => kinds.indexOf(one) - kinds.indexOf(other))[0];
}

/**
 * Shows it. While a sheet is open nothing comes or goes beneath it, but for what can be done with words that the reader
 * selects meanwhile.
 */
export function settle(): void {
  if (isStyled) return settleNow();
  void linkStyles(styles).then(() => {
    isStyled = true;
    settleNow();
  });
}

function settleNow(): void {
  if (shown && asked.get(shown.kind) === shown.notice && isInUse(shown)) return;
  const next = mostImportant();
  if (next?.[1] === shown?.notice) return;
  if (!isSheetOpen() || next?.[0] === 'selected' || next?.[0] === shown?.kind) return put(next && draw(...next));
  if (waits) return;
  waits = true;
  void whenNoSheet().then(() => {
    waits = false;
    settle();
  });
}

/** When the focus has come to where it is going. */
const settleSoon = () => void setTimeout(settle);

/** Asks for a notice, in the place of another one of its kind. */
export function showNotice(kind: NoticeKind, notice: Notice): void {
  asked.set(kind, notice);
  settle();
}

/**
 * Ends a notice at once.
 * @param isPressed whether the reader ended it by one of its controls: some browsers give those no focus
 */
export function endNotice(kind: NoticeKind, isPressed?: true): void {
  asked.delete(kind);
  if (shown?.kind === kind) put(undefined, isPressed);
  settle();
}

type Words = readonly (Node | string)[];

/** Marks that stand for the words of a button in a narrow bar. */
type Sign = '×' | '‹' | '›';

/** @returns a button of a notice. @param sign is seen in its place where there is little room */
export function control(words: Words, press: () => void, sign?: Sign): HTMLButtonElement {
  const button = make('button', { type: 'button', onclick: press }, make('span', {}, ...words));
  if (sign) button.dataset['sign'] = sign;
  return button;
}

/**
 * @returns words that are the button, in two lines at most.
 * @param about is a line before them, where there is room for it
 */
export function mainControl(words: Words, press: () => void, about?: Words): HTMLButtonElement {
  const button = control(words, press);
  button.className = 'says';
  if (about) button.prepend(make('span', { className: 'about' }, ...about, ' '));
  return button;
}

/** @returns words that are only read, in two lines; whoever has no mouse can scroll what is longer */
function onlyWords(words: Words): HTMLElement {
  const says = make('section', { className: 'says' }, ...words);
  new ResizeObserver(() => {
    if (says.scrollHeight > says.clientHeight + 1) says.tabIndex = 0;
    else says.removeAttribute('tabindex');
  }).observe(says);
  return says;
}

/** What is asked or told: `take` does something, `close` puts it off or away. */
interface Question extends Pick<Notice, 'said' | 'isOver'> {
  take?: Words | undefined;
  close: string;
  /** What `take` is about. */
  about?: Words;
  /** The same, where all of it must be read before it can be answered, or there is nothing to take. */
  says?: Words;
}

/** Asks or tells something by a notice, which goes with the answer. @returns whether the reader took it */
export const ask = (kind: NoticeKind, { take, close, about, says, ...notice }: Question): Promise<boolean> =>
  new Promise(answer => {
    const press = (taken: boolean) => () => {
      endNotice(kind, true);
      answer(taken);
    };
    const content = [control([close], press(false), '×')];
    if (take) content.unshift(says ? control(take, press(true)) : mainControl(take, press(true), about));
    showNotice(kind, { ...notice, content: says ? [onlyWords(says), ...content] : content });
  });
