/**
 * What a journey may do in any engine: open a page, press keys, click, look. Who makes it is in with-puppeteer.ts and
 * with-webdriver.ts.
 */

export const engineNames = ['Chromium', 'Firefox', 'WebKitGTK'] as const;
export type EngineName = (typeof engineNames)[number];

/** What is set in the browser itself, for everything it opens: script off, or all storage refused. Usual is neither. */
export type Mode = 'usual' | 'script off' | 'storage refused';

/** Keys by their name, as KeyboardEvent.key has it. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'Shift' | 'ArrowRight' | 'ArrowDown' | ' ';

/** What a browser calls a function for inside a page: it gets JSON, and gives JSON or a promise of it. */
type InPage<Given extends unknown[], Found> = (...given: Given) => Found | Promise<Found>;

/** One window of a browser. */
export interface Screen {
  /** Opens an address, and waits until the page has loaded. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function inside the page. @throws Error with what it threw there */
  evaluate<Given extends unknown[], Found>(work: InPage<Given, Found>, ...given: Given): Promise<Found>;
  /** Runs a whole script inside the page, such as that of a library. */
  run(script: string): Promise<void>;
  /** Presses a key as a hand does, perhaps with Shift held. */
  press(key: Key, withShift?: boolean): Promise<void>;
  /** Types letters with the keyboard into what has the focus. */
  type(letters: string): Promise<void>;
  /** Scrolls to the first element that a selector finds, and clicks its middle with the mouse. */
  click(selector: string): Promise<void>;
  /** @returns the page as a PDF, as the engine prints it @throws Error where the engine cannot */
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Browser {
  /**
   * Opens a window. Nothing is shared between addresses of different ports, so that a journey that has a server of its
   * own is a new reader's.
   */
  screen(): Promise<Screen>;
  close(): Promise<void>;
}

/** How a browser is started. `proxy` is where it asks for everything that is not on this machine. */
export interface Start {
  mode: Mode;
  proxy: string;
}

/** The size of a window that all engines can have: MiniBrowser takes nothing narrower. */
export const windowSize = { width: 800, height: 900 } as const;

/**
 * @returns the text of an expression that runs a function with what it is given. The compiler of the tests names
 * functions by a helper that a page does not have.
 */
export const called = (work: (...given: never[]) => unknown, given: unknown[]): string =>
  `(async () => { const __name = each => each; return (${work})(...${JSON.stringify(given)}); })()`;

/**
 * Run inside a page: scrolls to an element, unless its middle can be pressed where it is.
 * @returns the middle
 * @throws Error where something covers it
 */
export const middleOf = (selector: string): { x: number; y: number } => {
  const element = document.querySelector(selector)!;
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  };
  const canBePressed = ({ x, y }: { x: number; y: number }) => element.contains(document.elementFromPoint(x, y));
  if (!canBePressed(middle())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (!canBePressed(middle())) throw new Error(`something covers “${element.textContent.trim()}”`);
  return middle();
};

/**
 * Waits until something holds in the page. A page that is being replaced is asked again.
 * @param what is waited for, in words
 * @throws Error when it does not come within 60 s, with what stood in the way
 */
export async function until<Given extends unknown[]>(
  screen: Screen,
  what: string,
  holds: InPage<Given, boolean>,
  ...given: Given
): Promise<void> {
  const end = Date.now() + 60_000;
  let reason = '';
  while (Date.now() < end) {
    try {
      if (await screen.evaluate(holds, ...given)) return;
      reason = 'it does not hold';
    } catch (error) {
      reason = String(error);
    }
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error(`waited in vain until ${what} (${reason})`);
}
