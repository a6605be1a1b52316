/** WebKitGTK as an engine, through WebDriver. */
import { called, middleOf, windowSize, type Browser, type Key, type Mode, type Screen, type Start } from './engine.js';
import { startWebKit, type Session } from './webdriver.js';

/** The protocol's own letters for keys that write none. */
const letters: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  ' ': ' ',
};

const down = (value: string) => ({ type: 'keyDown', value });
const up = (value: string) => ({ type: 'keyUp', value });

/** Hands on what a promise comes to. The last argument is how the protocol is told. */
const inPage = (expression: string) =>
  `const tell = arguments[arguments.length - 1];
  ${expression}.then(value => tell({ value }), error => tell({ error: String(error) }));`;

function screenOf({ ask }: Session, handle: string): Screen {
  // Whatever is asked is asked of the window in front.
  const inFront: Session['ask'] = async (method, path, body) => {
    await ask('POST', '/window', { handle });
    return ask(method, path, body);
  };
  const keys = (...actions: unknown[]) =>
    inFront('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const screen: Screen = {
    async open(url) {
      await inFront('POST', '/url', { url });
    },
    async reload() {
      await inFront('POST', '/refresh', {});
    },
    async evaluate<Given extends unknown[], Found>(work: (...given: Given) => Found | Promise<Found>, ...given: Given) {
      const { value, error } = (await inFront('POST', '/execute/async', {
        script: inPage(called(work, given)),
        args: [],
      })) as { value: Found; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    async run(script) {
      await inFront('POST', '/execute/sync', { script, args: [] });
    },
    async press(key, withShift = false) {
      const [letter, shift] = [letters[key], letters.Shift];
      await keys(...(withShift ? [down(shift), down(letter), up(letter), up(shift)] : [down(letter), up(letter)]));
    },
    async type(text) {
      await keys(...[...text].flatMap(letter => [down(letter), up(letter)]));
    },
    async click(selector) {
      const { x, y } = await screen.evaluate(middleOf, selector);
      await inFront('POST', '/actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x, y },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    async print() {
      return Buffer.from((await inFront('POST', '/print', {})) as string, 'base64');
    },
    async close() {
      await inFront('DELETE', '/window');
    },
  };
  return screen;
}

/** WebKit's own settings, which MiniBrowser takes as options. */
const modes: Record<Mode, string[]> = {
  'usual': [],
  'script off': ['--enable-javascript=false'],
  'storage refused': ['--enable-html5-local-storage=false', '--enable-html5-database=false', '--cookies-policy=never'],
};

export async function startWebKitGTK({ mode, proxy }: Start): Promise<Browser> {
  const session = await startWebKit(modes[mode], proxy);
  const home = await session.ask('GET', '/window');
  return {
    async screen() {
      // What is asked of a window that is gone fails.
      await session.ask('POST', '/window', { handle: home });
      // A window of its own: a tab behind another gets no frames, and what waits for them hangs.
      const { handle } = (await session.ask('POST', '/window/new', { type: 'window' })) as { handle: string };
      await session.ask('POST', '/window', { handle });
      await session.ask('POST', '/window/rect', windowSize);
      return screenOf(session, handle);
    },
    close: () => session.close(),
  };
}
