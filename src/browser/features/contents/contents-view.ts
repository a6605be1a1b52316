/**
 * The contents in the panel: the way to every part, section and story, then where the reader is, and the way to the
 * next, to any place in per cent, and from screen to screen.
 */
import type { Panel, View } from '../../core/panel/view.js';
import { make, makeButton } from '../../core/dom/make.js';
import { focusOn, jumpTo } from '../../core/position/jump.js';
import { passageAt } from '../../core/position/passages.js';
import { leavesText, step, turnScreen, type Unit } from '../../core/position/steps.js';
import { interfaceWords } from '../../core/announcements/announce.js';
import { answer } from '../../core/announcements/answer.js';
import { listenForNumbers } from './by-number.js';
import { centre, follow } from './follow.js';
import { goToPlace } from './go-to-place.js';
import { outline } from './outline.js';
import { OutlineList } from './outline-list.js';
import { sayWhere } from './say-where.js';
import { whereNow, whereSentence } from './where.js';
import { contentsWords, type ContentsWords } from './words.js';

/** @returns a group of buttons under one name */
function group(name: string, ...buttons: HTMLElement[]): HTMLElement {
  const made = make('div', { className: 'steps' }, ...buttons);
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', name);
  return made;
}

/** The way from part to part and from story to story, past whatever is in them. */
function steps(t: ContentsWords, gone: () => void): HTMLElement {
  const take = (unit: Unit, by: 1 | -1, pressed: HTMLElement) => {
    if (step(unit, by)) gone();
    else void answer(pressed, 'place', t(`no.${unit}.${by > 0 ? 'on' : 'back'}`), false);
  };
  const one = (unit: Unit, by: 1 | -1) =>
    makeButton(t(`step.${unit}.${by > 0 ? 'on' : 'back'}`), pressed => take(unit, by, pressed));
  return group(t('steps'), one('part', -1), one('part', 1), one('story', -1), one('story', 1));
}

/**
 * The panel stays, so that the next screen is one press away; unless it is a screen of its own and the text would not
 * be seen.
 */
function screens(t: ContentsWords, panel: Panel, box: HTMLElement): HTMLElement {
  const turn = (by: 1 | -1, pressed: HTMLElement) => {
    if (!turnScreen(by)) void answer(pressed, 'place', t(by > 0 ? 'screen.last' : 'screen.first'), false);
    if (panel.beside || leavesText(box)) return;
    const passage = passageAt(innerHeight / 3);
    if (passage) focusOn(passage);
    panel.close();
  };
  return group(
    t('screens'),
    makeButton(t('screen.back'), pressed => turn(-1, pressed)),
    makeButton(t('screen.on'), pressed => turn(1, pressed)),
  );
}

export const showContents: View = async (container, panel) => {
  const [t, shared] = await Promise.all([contentsWords(), interfaceWords()]),
    box = container.closest<HTMLElement>('.panel')!;
  const parts = outline(),
    where = whereNow(parts);
  // After a jump the panel makes room for the text, unless it stands beside it.
  const gone = () => {
    if (!panel.beside) panel.close();
  };
  const list = new OutlineList(parts, {
    t,
    shared,
    go: ({ id, heading }) => {
      jumpTo(heading);
      // The address is that of a link.
      history.replaceState(history.state, '', `#${id}`);
      gone();
    },
  });
  const here = make('p', { className: 'where' }, ...whereSentence(where, t));
  container.append(
    make(
      'div',
      { className: 'contents-view' },
      list.element,
      here,
      make(
        'p',
        {},
        makeButton(t('where.say'), pressed => void sayWhere(pressed)),
      ),
      steps(t, gone),
      goToPlace(t, gone),
      screens(t, panel, box),
    ),
  );
  // All parts are open, so that the whole report is in view; of the stories, those where the reader is.
  list.open(panel.beside ? undefined : [...parts, ...where.trail]);
  const link = list.mark(where.trail);
  const leave = follow({ panel, list, here, parts, t, box }),
    leaveNumbers = listenForNumbers(box, list.stories, number => list.focusStory(number));
  if (link) {
    link.focus({ preventScroll: true });
    centre(link, box);
  }
  return () => {
    leave();
    leaveNumbers();
  };
};
