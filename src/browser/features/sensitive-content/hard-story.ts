/** Which story that is hard to read is being read. */
import { edge } from '../../core/position/steps.js';
import { passageAt } from '../../core/position/passages.js';

const hard = '.run > section';
const hasNote = (story: Element) => story.querySelector(':scope > .note') !== null;
const around = (node: Node | null | undefined) =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(hard);

/**
 * @returns the story to which somebody has just come, by a link or a step: it begins at the top of the screen, where
 * what is read may already be the next one's
 */
const cameTo = () =>
  [...document.querySelectorAll<HTMLElement>(hard)].find(
    story => Math.abs(story.getBoundingClientRect().top - edge()) < 4,
  );

/**
 * @param about an element or a range in it, where that is known
 * @returns the story with a content note that is meant, or else is being read; nothing where it is none of these
 */
export function hardStory(about?: unknown): HTMLElement | undefined {
  const node = about instanceof Range ? about.startContainer : about instanceof Node ? about : undefined;
  const story = node ? around(node) : (cameTo() ?? around(passageAt(innerHeight / 3)));
  return story && hasNote(story) ? story : undefined;
}
