/** Journeys of reading: without script, at first, by keyboard, in the other language, from place to place. */
import assert from 'node:assert/strict';
import { until } from '../../support/engines/engine.js';
import type { Journey } from '../journey.js';
import { assertWhole, clickOn, focused, openReader, openView, readAt, whenAt, whenKept } from '../steps.js';

const withoutScript: Journey = {
  name: 'without script every word of the report is read, in both languages',
  mode: 'script off',
  async run({ screen, site }) {
    for (const path of ['', 'cy/']) {
      await screen.open(site.url + path);
      await assertWhole(screen);
      assert.equal(
        await screen.evaluate(() => document.querySelector('.saved.now, reader-settings:defined')),
        null,
        'a script ran',
      );
    }
  },
};

/** The main journey. */
export const firstVisit: Journey = {
  name: 'at a first visit report, elements and every view come; nothing goes wrong or is refused by the policy',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await assertWhole(screen);
    await openView(screen, 'Contents');
    await until(screen, 'the elements come alive', () =>
      ['quote-card', 'stats-grid', 'report-section', 'contents-list', 'contact-routes'].every(name =>
        customElements.get(name),
      ),
    );
    for (const name of ['Find', 'This passage', 'My marks', 'In plain English', 'Figures', 'Helplines']) {
      await openView(screen, name);
    }
    await screen.press('Escape');
    await whenKept(screen);
    await assertWhole(screen);
    assert.deepEqual(await screen.evaluate(() => window.faults), []);
  },
};

const byTab: Journey = {
  name: 'by Tab: the skip link leads to the report, the bar is reached, panel and settings open, Escape leads back',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await screen.press('Tab');
    assert.equal(await focused(screen), 'Skip to the report');
    for (const name of ['Contents', 'Find', 'Settings']) {
      await screen.press('Tab');
      assert.equal(await focused(screen), name);
    }
    await screen.press('Enter');
    await until(screen, 'the settings open', () =>
      document.querySelector('reader-settings details')!.matches('[open]'),
    );
    // First comes the way out; Firefox stops at what scrolls, too.
    for (
      let step = 0;
      step < 3 && !(await screen.evaluate(() => document.activeElement!.matches('[name=size]')));
      step += 1
    )
      await screen.press('Tab');
    assert.equal(await screen.evaluate(() => (document.activeElement as HTMLInputElement).value), '100');
    await screen.press('ArrowRight');
    await until(screen, 'the text grows', () => document.documentElement.dataset['size'] === '125');
    await screen.press('Escape');
    await until(
      screen,
      'the settings close',
      () => !document.querySelector('reader-settings details')!.matches('[open]'),
    );
    assert.equal(await focused(screen), 'Settings');
    for (const name of ['Find', 'Contents']) {
      await screen.press('Tab', true);
      assert.equal(await focused(screen), name);
    }
    await screen.press('Enter');
    await until(screen, 'the panel takes the focus', () =>
      Boolean(document.activeElement?.closest('reader-panel') && document.querySelector('.view a')),
    );
    await screen.press('Escape');
    await until(screen, 'the panel closes', () => document.querySelector('reader-panel')!.matches('[hidden]'));
    assert.equal(await focused(screen), 'Contents');
    await screen.press('Tab', true);
    assert.equal(await focused(screen), 'Skip to the report');
    await screen.press('Enter');
    await whenAt(screen, 'the report is at the top', '#main');
    await screen.press('Tab');
    assert.ok(
      await screen.evaluate(() => document.querySelector('main')!.contains(document.activeElement)),
      await focused(screen),
    );
  },
};

const findWords: Journey = {
  name: 'words are found as they are typed, and Enter leads to them in the text',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await openView(screen, 'Find');
    await until(screen, 'the field has the focus', () => document.activeElement!.matches('.finding input'));
    await screen.type('strip search');
    await until(
      screen,
      'places are listed and counted',
      () =>
        document.querySelectorAll('.place').length > 5 &&
        /^\d+ results/.test(document.querySelector('.told')!.textContent.trim()),
    );
    await screen.press('Enter');
    await until(screen, 'the place in the text has the focus', () =>
      Boolean(
        document.querySelector('.notice[data-kind=found]') &&
          document.activeElement!.closest('main') &&
          /strip.search/i.test(document.activeElement!.textContent),
      ),
    );
    await until(screen, 'the words are marked, in view', () => {
      const [range] = (CSS.highlights.get('found-now') ?? []) as unknown as Iterable<Range>,
        { top, bottom } = range!.getBoundingClientRect();
      return /^strip$/i.test(String(range)) && top >= 0 && bottom <= innerHeight;
    });
    await assertWhole(screen);
  },
};

const otherLanguage: Journey = {
  name: 'the link to the other language leads to the same story, there and back',
  async run(visit) {
    const { screen, site } = visit;
    await openReader(visit);
    await readAt(screen, '#cardiff');
    for (const [name, path, lang] of [
      ['Cymraeg', 'cy/', 'cy'],
      ['English', '', 'en'],
    ] as const) {
      await openView(screen, name === 'English' ? 'Mwy' : 'More');
      await clickOn(screen, '.doors b', name);
      await until(
        screen,
        'the other page works',
        lang => document.documentElement.lang === lang && Boolean(document.querySelector('reader-settings:defined')),
        lang,
      );
      assert.equal(await screen.evaluate(() => location.href), `${site.url}${path}#cardiff`);
      await whenAt(screen, 'the story is in view', '#cardiff');
    }
  },
};

const plainAndFigures: Journey = {
  name: 'the plain words of a story and all figures are there, and lead into the text',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await readAt(screen, '#cardiff');
    await openView(screen, 'In plain English');
    await until(
      screen,
      'the summary of the story is there',
      () =>
        /Cardiff/.test(document.querySelector('.view h3')?.textContent ?? '') &&
        document.querySelectorAll('.view p').length > 1,
    );
    await openView(screen, 'Figures');
    await until(screen, 'every figure is there', () =>
      ['83%', '60,000', '3,157', 'fifth'].every(figure =>
        document.querySelector('.view')!.textContent.includes(figure),
      ),
    );
    await assertWhole(screen);
  },
};

const progressLine: Journey = {
  name: 'a thin line at the bar shows how far one has read, from none of it to all',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    for (const [end, least, most] of [
      [false, 99, 100],
      [true, 0, 1],
    ] as const) {
      await screen.evaluate(end => scrollTo(0, end ? document.documentElement.scrollHeight : 0), end);
      const isThere = (least: number, most: number) => {
        const { clipPath } = getComputedStyle(document.querySelector('nav.bar')!, '::before'),
          [, cut] = /inset\(0\S* (?:calc\()?([\d.]+)/.exec(clipPath) ?? [];
        return Number(cut ?? 0) >= least && Number(cut ?? 0) <= most;
      };
      await until(screen, `the line is ${end ? 'whole' : 'empty'}`, isThere, least, most);
    }
  },
};

export const readingJourneys: readonly Journey[] = [
  withoutScript,
  firstVisit,
  byTab,
  findWords,
  otherLanguage,
  progressLine,
  plainAndFigures,
];
