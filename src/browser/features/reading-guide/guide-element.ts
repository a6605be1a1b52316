/**
 * The reading guide: a ruler, a frame or a window that stays with the line being read. It says nothing and takes no
 * press; its look is in the styles.
 */
import { linesIn, middleOf, nearest, type Line } from './lines.js';

/**
 * How long the page must have stood still after scrolling, in milliseconds, before the guide finds the line that came
 * to it.
 */
const rest = 120;

/** Where lines are looked for: the report, and our words below it. */
const texts = () => document.querySelectorAll('main, footer');
const linesBetween = (from: number, to: number): Line[] => [...texts()].flatMap(text => linesIn(text, from, to));
const isText = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest('main, footer') !== null;

/** @returns the lower end of what can be read: where the bar begins when it stands at the foot of the screen */
function readableEnd(): number {
  const bar = document.querySelector('nav.bar');
  return bar && getComputedStyle(bar).position === 'fixed' ? bar.getBoundingClientRect().top : innerHeight;
}

class ReadingGuide extends HTMLElement {
  /** The point that is being read. Scrolling leaves it where it is; the line nearest to it is the one that is shown. */
  #x = innerWidth / 3;
  #y = innerHeight / 3;
  #tall = parseFloat(getComputedStyle(document.body).lineHeight);
  #frame = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #listening = new AbortController();

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const whenAtRest = () => {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#show(), rest);
    };
    addEventListener('pointermove', event => this.#followPointer(event), { signal, passive: true });
    addEventListener('focusin', ({ target }) => requestAnimationFrame(() => this.#followFocus(target)), { signal });
    addEventListener('keydown', event => this.#followKeys(event), { signal });
    addEventListener('scroll', whenAtRest, { signal, passive: true });
    // Another text size, another width, a typeface that arrives: all change how tall the page is.
    const sizes = new ResizeObserver(whenAtRest);
    sizes.observe(document.body);
    signal.addEventListener('abort', () => sizes.disconnect());
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    clearTimeout(this.#resting);
  }

  #followPointer({ pointerType, movementX, movementY, clientX, clientY, target }: PointerEvent): void {
    // Touch scrolls. And browsers report a pointer that lies still while the page moves under it.
    if (pointerType === 'touch' || !(movementX || movementY) || !isText(target)) return;
    this.#x = clientX;
    this.#y = clientY;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#show());
  }

  #followFocus(target: EventTarget | null): void {
    const first = isText(target) ? linesIn(target, -Infinity, Infinity)[0] : undefined;
    if (first) this.#readAt(first);
  }

  #followKeys(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, shiftKey, key, target } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || !/^Arrow(Down|Up)$/.test(key)) return;
    // There these keys belong to the control.
    if ((target as Element).closest('input, select, textarea')) return;
    event.preventDefault();
    this.#step(key === 'ArrowDown' ? 1 : -1);
  }

  /** Goes to the next line or the one before, and brings it to where the guide began when it is near an edge. */
  #step(by: 1 | -1): void {
    const lines = linesBetween(-innerHeight, innerHeight * 2);
    const here = nearest(lines, this.#x, this.#y);
    if (!here) return;
    const next = this.#reaches(here) ? lines[lines.indexOf(here) + by] : here;
    if (!next) return;
    this.#readAt(next);
    const tall = next.bottom - next.top;
    if (next.top >= tall && next.bottom + tall <= readableEnd()) return;
    const before = scrollY;
    scrollBy({ top: this.#y - innerHeight / 3, behavior: 'instant' });
    this.#y -= scrollY - before;
    this.#show();
  }

  #readAt(line: Line): void {
    this.#x = line.left;
    this.#y = middleOf(line);
    this.#show();
  }

  #reaches(line: Line): boolean {
    return Math.abs(middleOf(line) - this.#y) <= Math.max(this.#tall, line.bottom - line.top);
  }

  /** Draws the guide round the line that is nearest, and in a place without text round the point itself. */
  #show(): void {
    const reach = this.#tall * 3;
    const lines = linesBetween(this.#y - reach, this.#y + reach);
    const found = nearest(lines, this.#x, this.#y);
    const line = found && this.#reaches(found) ? found : undefined;
    if (line) this.#tall = line.bottom - line.top;
    const top = Math.max(0, Math.min(line?.top ?? this.#y - this.#tall / 2, readableEnd() - this.#tall));
    const [from, to] = line ? this.#window(lines, line) : [top - this.#tall, top + this.#tall * 2];
    for (const [name, value] of Object.entries({ top, tall: this.#tall, from, to }))
      this.style.setProperty(`--${name}`, `${value}px`);
  }

  /**
   * @returns from where to where a window on a line and its neighbours goes, so that no line is cut; where text is so
   * large that this is half the screen, on the line alone
   */
  #window(lines: readonly Line[], line: Line): [from: number, to: number] {
    const { top, bottom } = line,
      half = this.#tall / 2,
      index = lines.indexOf(line);
    const above = lines[index - 1],
      below = lines[index + 1];
    const from = above && above.top < top && top - above.bottom < this.#tall ? above.top : top - half;
    const to = below && below.bottom > bottom && below.top - bottom < this.#tall ? below.bottom : bottom + half;
    return to - from > innerHeight / 2 ? [top, bottom] : [from, to];
  }
}
customElements.define('reading-guide', ReadingGuide);

/** Shows the guide, if it is still wanted and not yet there. @returns whether it came */
export function showGuide(): boolean {
  if (!document.documentElement.dataset['guide'] || document.querySelector('reading-guide')) return false;
  document.body.append(new ReadingGuide());
  return true;
}
