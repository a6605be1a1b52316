/**
 * Journeys about what stays on the device: the copy, a newer version, choices, marks; and about leaving nothing behind.
 */
import assert from 'node:assert/strict';
import { until, type Screen } from '../../support/engines/engine.js';
import type { Journey } from '../journey.js';
import { assertWhole, clickByHand, clickOn, openReader, openView, readAt, whenKept } from '../steps.js';

const offline: Journey = {
  name: 'once it is said to be saved, the server may go: both languages are read word by word, further pages open',
  async run(visit) {
    const { screen, site } = visit;
    await openReader(visit);
    await whenKept(screen);
    await site.stop();
    for (const path of ['', 'cy/', 'nothing/here']) {
      await openReader(visit, path);
      await assertWhole(screen);
      assert.equal(await screen.evaluate(() => document.documentElement.lang), path === 'cy/' ? 'cy' : 'en');
    }
    await openView(screen, 'Find');
    for (const path of ['help/', 'cy/formats/', 'device/']) {
      await screen.open(site.url + path);
      assert.equal(
        await screen.evaluate(
          () => new URL(document.querySelector<HTMLAnchorElement>('[aria-current=page]')!.href).pathname,
        ),
        `/${path}`,
      );
    }
  },
};

/** How the page looks to the reader. */
const look = (screen: Screen) =>
  screen.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector('main p')!.closest('main')!),
      root = getComputedStyle(document.documentElement);
    return {
      size: root.fontSize,
      page: root.backgroundColor,
      text: color,
      behind: backgroundColor,
      sideways: document.documentElement.scrollWidth > innerWidth,
    };
  });

const choices: Journey = {
  name: 'text at 200% and at 400%, yellow on black: shown at once, kept after a reload, and nothing scrolls sideways',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    for (const [size, pixels] of [
      ['200%', '32px'],
      ['400%', '64px'],
    ] as const) {
      await clickOn(screen, 'reader-settings summary', 'Settings');
      await clickOn(screen, '[data-setting=size] label', size);
      await clickOn(screen, '[data-setting=theme] label', 'Yellow on black');
      await screen.press('Escape');
      for (const when of ['at once', 'after a reload']) {
        await until(
          screen,
          `${when} the whole page is laid out anew`,
          () =>
            document.readyState === 'complete' &&
            Boolean(document.querySelector('reader-settings:defined')) &&
            !document.documentElement.style.overflowAnchor,
        );
        const { size, page, text, sideways } = await look(screen);
        assert.deepEqual(
          { size, page, text, sideways },
          { size: pixels, page: 'rgb(0, 0, 0)', text: 'rgb(255, 255, 0)', sideways: false },
          when,
        );
        if (when === 'at once') await screen.reload();
      }
    }
    await assertWhole(screen);
  },
};

/** @returns what the text shows of the reader's marks: the words that are highlighted, and how many signs there are */
const shown = (screen: Screen) =>
  screen.evaluate(() => ({
    words: [...CSS.highlights]
      .filter(([name]) => name.startsWith('mark-'))
      .flatMap(([, ranges]) => ([...ranges] as Range[]).map(String)),
    signs: document.querySelectorAll('.my-sign').length,
  }));

const marks: Journey = {
  name: 'a passage is marked and written on; after a reload both are there, and they can be saved as a file',
  async run(visit) {
    const { screen } = visit,
      note = 'Ask for the figures.';
    await openReader(visit);
    await readAt(screen, '#cardiff');
    await openView(screen, 'This passage');
    await clickOn(screen, '.kinds button', 'Important');
    await until(screen, 'the passage is marked', () => document.querySelectorAll('.my-sign').length === 1);
    const { words } = await shown(screen);
    assert.ok(words.join(' ').length > 10);
    await clickOn(screen, '.marking button', 'Write a note');
    await until(screen, 'the field has the focus', () => document.activeElement!.matches('textarea'));
    await screen.type(note);
    await clickOn(screen, '.marking button', 'Done');
    await until(screen, 'the note is closed', () => !document.querySelector('.marking textarea'));
    // The note belongs to the highlight.
    await until(screen, 'it is kept', () =>
      /^1 /.test((Object.entries(localStorage).find(([name]) => name.startsWith('reader-marks'))?.[1] as string) ?? ''),
    );
    await screen.reload();
    await until(screen, 'the marks are in the text again', () => Boolean(document.querySelector('.my-sign')));
    assert.deepEqual((await shown(screen)).words, words);
    await openView(screen, 'My marks');
    await until(
      screen,
      'the note is listed',
      note => document.querySelector('.my-marks')?.textContent.includes(note) ?? false,
      note,
    );
    await clickOn(screen, '.my-marks summary', 'Export or import marks');
    // What a browser does with a file that is saved is its own; what is in the file is ours.
    await screen.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (saved: Blob) => {
        void saved.text().then(text => {
          document.documentElement.dataset['saved'] = text;
        });
        return make(saved);
      };
    });
    await clickByHand(screen, '.my-marks button', 'Save as data (JSON)');
    await until(screen, 'the file is saved', () => 'saved' in document.documentElement.dataset);
    const file = JSON.parse(await screen.evaluate(() => document.documentElement.dataset['saved']!)) as {
      marks: { note: string }[];
    };
    assert.deepEqual(file.marks.map(mark => mark.note).filter(Boolean), [note]);
    await assertWhole(screen);
  },
};

const share: Journey = {
  name: 'a link to a passage is copied, and opens the report at that passage',
  async run(visit) {
    const { screen } = visit,
      selector = '#cardiff > p:last-of-type';
    await openReader(visit);
    // By then the page listens to what is selected.
    await until(screen, 'the page says that the report is saved', () => Boolean(document.querySelector('.saved.now')));
    const words = await screen.evaluate(selector => {
      const passage = document.querySelector(selector)!;
      getSelection()!.selectAllChildren(passage);
      passage.scrollIntoView();
      return passage.textContent.trim();
    }, selector);
    // Browsers let nobody read the clipboard without a question; what is written to it is noted on its way.
    await screen.evaluate(() => {
      const { clipboard } = navigator,
        write = clipboard.writeText.bind(clipboard);
      clipboard.writeText = text => {
        document.documentElement.dataset['copied'] = text;
        return write(text);
      };
    });
    await clickOn(screen, '.notice[data-kind=selected] button', 'Mark or share');
    await clickByHand(screen, '.passage-part button', 'Copy a link to this passage');
    await until(
      screen,
      'the page says that the link is copied',
      () => document.querySelector('[role=status]')!.textContent === 'The link is copied.',
    );
    await screen.open(await screen.evaluate(() => document.documentElement.dataset['copied']!));
    await until(screen, 'the passage is marked and has the focus', () =>
      document.activeElement!.matches('[data-linked]'),
    );
    assert.equal(await screen.evaluate(() => document.querySelector('[data-linked]')!.textContent.trim()), words);
    assert.ok(
      await screen.evaluate(() => {
        const { top } = document.querySelector('[data-linked]')!.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }),
    );
  },
};

const newerVersion: Journey = {
  name: 'a newer version is offered and taken, and the reader is where they were',
  async run(visit) {
    const { screen } = visit,
      press = visit.press();
    await openReader(visit);
    await whenKept(screen);
    await until(screen, 'the text that was read is remembered', async () =>
      (await caches.keys()).some(name => name.startsWith('reader-last-read')),
    );
    await readAt(screen, '#cardiff');
    const top = () =>
      screen.evaluate(() => Math.round(document.querySelector('#cardiff')!.getBoundingClientRect().top));
    const before = await top();
    press.publish('Second', page =>
      page.replace(
        '<p>Welcome to our Impact Report',
        `<p>${'More was said before this. '.repeat(60)}<p>Welcome to our Impact Report`,
      ),
    );
    await screen.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await clickOn(screen, '.notice[data-kind=update] button', 'A new version is available. Open the new version');
    await until(
      screen,
      'the newer version is shown',
      () => document.querySelector('#foreword h2')?.textContent === 'Second' && document.readyState === 'complete',
    );
    await until(screen, 'what was corrected is told', () =>
      Boolean(document.querySelector('.notice[data-kind=corrections]')),
    );
    await until(
      screen,
      'the place is the same',
      before => Math.abs(document.querySelector('#cardiff')!.getBoundingClientRect().top - before) <= 30,
      before,
    );
  },
};

/** Run inside a page. @returns whether this origin keeps nothing at all on the device */
const keepsNothing = async (): Promise<boolean> =>
  [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()),
    ...(await indexedDB.databases()),
    ...document.cookie,
  ].length === 0;

const erase: Journey = {
  name: '“Delete everything” leaves nothing at all on the device, and says so',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await whenKept(screen);
    await clickOn(screen, 'reader-settings summary', 'Settings');
    await clickOn(screen, '[data-setting=size] label', '150%');
    await openReader(visit, 'device/');
    assert.equal(await screen.evaluate(keepsNothing), false);
    await clickOn(screen, 'kept-here button', 'Delete everything this website has saved');
    await clickOn(screen, 'kept-here [role=group] button', 'Delete everything');
    await until(screen, 'the page says so', () =>
      document
        .querySelector<HTMLElement>('kept-here')!
        .innerText.includes('Everything this website saved on this device has been deleted.'),
    );
    // WebKitGTK forgets a worker a moment after it says so.
    await until(screen, 'nothing is kept', keepsNothing);
  },
};

const leave: Journey = {
  name: '“Exit” empties the page at once and goes to the weather; opened anew, the report can be read',
  async run(visit) {
    const { screen, asked } = visit,
      weather = 'www.bbc.co.uk:443';
    await openReader(visit);
    // In the same breath as the press: a browser answers nothing while a page is on its way.
    const after = await screen.evaluate(() => {
      document.querySelector<HTMLElement>('a.exit')!.click();
      return {
        title: document.title,
        text: document.documentElement.textContent.trim(),
        inside: document.body.childElementCount,
      };
    });
    assert.deepEqual(after, { title: '', text: '', inside: 0 });
    const gone = Date.now() + 20_000;
    while (!asked().includes(weather) && Date.now() < gone) await new Promise(done => setTimeout(done, 50));
    assert.ok(asked().includes(weather), 'the weather was not asked for');
    const anew = await visit.another();
    await openReader({ ...visit, screen: anew });
    await assertWhole(anew);
  },
};

const refused: Journey = {
  name: 'where storage is refused the report is read; a choice holds for the visit, and is said not to be kept',
  mode: 'storage refused',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await assertWhole(screen);
    assert.equal(
      await screen.evaluate(() => {
        try {
          localStorage.setItem('a', 'b');
          return 'kept';
        } catch {
          return 'refused';
        }
      }),
      'refused',
    );
    await clickOn(screen, 'reader-settings summary', 'Settings');
    await clickOn(screen, '[data-setting=theme] label', 'Yellow on black');
    await until(
      screen,
      'the choice shows, and what becomes of it is said',
      () =>
        getComputedStyle(document.documentElement).backgroundColor === 'rgb(0, 0, 0)' &&
        document.querySelector('.kept')!.textContent.includes('cannot save'),
    );
    await screen.press('Escape');
    for (const view of ['Find', 'My marks']) {
      await openView(screen, view);
      await screen.press('Escape');
    }
    await assertWhole(screen);
    assert.deepEqual(await screen.evaluate(() => window.faults), []);
  },
};

export const deviceJourneys: readonly Journey[] = [offline, choices, marks, share, newerVersion, erase, leave, refused];
