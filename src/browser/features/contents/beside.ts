/**
 * While the panel stands beside the text, what it shows moves along with the reader, quietly: nothing is said, and no
 * focus moves.
 */
import type { Panel } from '../../core/panel/view.js';

/** How often at most it moves, in milliseconds: often enough for the eye, seldom enough for an old phone. */
const pause = 150;

/**
 * @param panel what follows, while it stands beside the text
 * @param move is called when the reader has moved on, and when the panel has come beside the text
 * @param settle is called first, and whenever the panel, the window or the text has changed its size
 * @returns a function that ends it
 */
export function followReader(
  panel: Pick<Panel, 'beside'>,
  move: () => void,
  settle: () => void = () => undefined,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const moveNow = () => {
    waiting = undefined;
    move();
  };
  const moveSoon = () => {
    if (panel.beside) waiting ??= setTimeout(() => requestAnimationFrame(moveNow), pause);
  };
  const settleAll = () => {
    settle();
    moveSoon();
  };
  settleAll();
  const watch = new MutationObserver(settleAll);
  watch.observe(document.documentElement, { attributeFilter: ['data-beside', 'data-size', 'style'] });
  addEventListener('scroll', moveSoon, { passive: true });
  addEventListener('resize', settleAll);
  return () => {
    clearTimeout(waiting);
    watch.disconnect();
    removeEventListener('scroll', moveSoon);
    removeEventListener('resize', settleAll);
  };
}
