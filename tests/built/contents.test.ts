/**
 * The contents in the panel: they open where the reader is, lead to every part, section and story, to any place in per
 * cent, and can stay beside the text.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import cy from '../../locales/contents.cy.json';
import en from '../../locales/contents.en.json';
import { findings } from '../support/axe.js';
import { whenStill } from '../support/clock.js';
import { misfits } from '../support/misfits.js';
import { whenListening } from '../support/readers.js';
import { listen } from '../support/speech.js';
import { close, readAt, readersOfFile, visitAt, whenQuiet, type VisitAt } from '../support/steps.js';
import { inSweep, isSweep, usualScreens, type Screen } from '../support/sweep.js';
import { chooseSettings, whenSettled } from '../support/choose-settings.js';

const all = await readersOfFile({ copy: false });

const link = 'nav.bar > a[href="#contents"]';

async function open(page: Page): Promise<void> {
  await page.$eval(link, link => {
    link.focus({ preventScroll: true });
    link.click();
  });
  await page.waitForSelector('.outline a');
  await page.waitForFunction(() => document.querySelector('.panel')!.contains(document.activeElement));
}
/** Opens the report, reads in a story, opens the contents. */
const visit = (visit: Partial<VisitAt> = {}) => visitAt(all, open, { at: '#young-witness p', number: 2, ...visit });

/** An entry has its time after its own words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement!.matches('.outline a') ? activeElement!.firstChild! : activeElement!).textContent!.trim();
  });
const marked = (page: Page) =>
  page.$$eval('.outline [aria-current]', links =>
    links.map(link => `${link.getAttribute('aria-current')}: ${link.firstChild!.textContent}`),
  );
const isOpen = (page: Page) => page.$eval('.panel', panel => !(panel as HTMLElement).hidden);
const shownIn = (page: Page) =>
  page.$$eval('.outline a', links =>
    links.filter(link => link.getClientRects().length).map(link => link.firstChild!.textContent!.trim()),
  );
const where = (page: Page) => page.$eval('.where', where => where.textContent!);
const press = (page: Page, words: string) =>
  page.$$eval(
    '.panel button',
    (buttons, words) => {
      buttons.find(button => button.textContent === words)!.click();
    },
    words,
  );
/** Waits until the page says so. */
const whenSaid = (page: Page, words: string) =>
  page.waitForFunction(words => document.querySelector('[role=status]')!.textContent === words, {}, words);
/** @returns the heading that has the focus, and how far it is from the top of the screen, in screens */
const arrived = (page: Page) =>
  page.evaluate(() => ({
    heading: document.activeElement!.textContent!.trim(),
    tag: document.activeElement!.tagName,
    top: document.activeElement!.getBoundingClientRect().top / innerHeight,
  }));

/** @returns whether what has the focus is in view in the panel */
const isFocusInPanel = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement!.getBoundingClientRect(),
      panel = document.querySelector('.panel')!.getBoundingClientRect();
    return top >= panel.top && bottom <= panel.bottom;
  });

/** Windows in which the contents open above the text, and close with a jump. */
const screensAbove = usualScreens.map(([width, height, size]): Screen => [Math.min(width, 1150), height, size]);

for (const [path, width, height] of inSweep<[string, number, number]>(
  [
    ['', 390, 844],
    ['cy/', 320, 640],
    ['', 1150, 800],
  ],
  [['cy/', 320, 640]],
)) {
  test(`/${path} at ${width} px: they open at one’s place, with all sections, and the stories around it`, async () => {
    const page = await visit({ path, width, height });
    assert.equal(await focused(page), 'Supporting a young witness');
    assert.deepEqual(await marked(page), ['location: Supporting a young witness']);
    assert.deepEqual(await shownIn(page), [
      'Foreword',
      'Our impact - individuals and communities',
      'Our Impact - individuals',
      'Supporting a man who was subjected to excessive force',
      'Feedback from the mother of a boy who was stopped and searched',
      'Supporting a young witness',
      'Police experiences of IOPC investigations',
      'Our impact - communities',
      'Our impact - Accountability and learning',
      'Our impact – accountability',
      'Our impact – learning',
      'IOPC impact in 2023/24',
      'Individuals and communities',
      'Accountability and learning',
      'Service user feedback following investigations and reviews:',
      'Contact us',
    ]);
    assert.ok(await isFocusInPanel(page), 'the entry is in view');
    await close(page);
  });
}

test('before the first part nothing is marked, and the focus is on the heading of the contents', async () => {
  const page = await all.visit();
  await open(page);
  assert.deepEqual([await focused(page), await marked(page)], ['Contents', []]);
  assert.equal(await where(page), 'You are 0% of the way through the report, before its first part.');
  await close(page);
});

/** @returns where each link of a list leads, its words and their language */
const entries = (page: Page, list: string) =>
  page.$$eval(`${list} a`, links =>
    links.map(link => [
      link.getAttribute('href'),
      link.firstChild!.textContent!.trim(),
      link.closest('[lang]')!.getAttribute('lang'),
    ]),
  );
/** @returns where each item of a list leads, and how long that takes to read */
const times = (page: Page, items: string) =>
  page.$$eval(items, items =>
    items.map(item => `${item.querySelector('a')!.hash} ${item.querySelector('small')!.textContent}`),
  );
const timesOfParts = {
  '': [
    '#foreword 2 minutes to read',
    '#individuals-and-communities 8 minutes to read',
    '#accountability-and-learning 9 minutes to read',
    '#figures 2 minutes to read',
    '#contact 1 minute to read',
  ],
  'cy/': [
    '#foreword 2 funud o ddarllen',
    '#individuals-and-communities 8 munud o ddarllen',
    '#accountability-and-learning 9 munud o ddarllen',
    '#figures 2 funud o ddarllen',
    '#contact 1 funud o ddarllen',
  ],
};

test('the list has the words, order and times of the contents in the page, and a time for every part too', async () => {
  for (const path of inSweep<'' | 'cy/'>(['', 'cy/'], ['cy/'])) {
    const page = await visit({ path });
    assert.deepEqual(await entries(page, '.outline'), await entries(page, 'contents-list'));
    const inPage = await times(page, 'contents-list li[class*=line]'),
      inPanel = await times(page, '.outline li:has(> .with-time)');
    assert.ok(inPage.length === 4 && inPage.every(time => inPanel.includes(time)), inPanel.join('\n'));
    assert.deepEqual(await times(page, '.outline > li'), timesOfParts[path]);
    await close(page);
  }
});

test('stories that are hidden are not in the list', async () => {
  const page = await visit({ choices: { stories: 'hidden' }, at: '#foreword p' });
  assert.deepEqual(
    (await page.$$eval('.outline a', links => links.map(link => link.hash))).filter(hash =>
      ['#cardiff', '#communities'].includes(hash),
    ),
    ['#communities'],
  );
  await close(page);
});

test('each press before the contents have come opens them; once they are there, a press closes them', async () => {
  const page = await all.open();
  let come = () => {};
  const late = new Promise<void>(done => {
    come = done;
  });
  await page.setRequestInterception(true);
  page.on(
    'request',
    request =>
      void (/\/(views|contents-view)-/.test(request.url()) ? late : Promise.resolve()).then(() => request.continue()),
  );
  await all.visit({ page });
  const press = () =>
    page.$eval(link, link => {
      link.click();
    });
  await press();
  await press();
  come();
  await page.waitForFunction(() => document.activeElement!.closest('.panel'));
  assert.equal(await isOpen(page), true);
  assert.equal(await page.$$eval('.panel .view > *', all => all.length), 1, 'the contents are there once');
  await press();
  await page.waitForSelector('.panel[hidden]');
  await close(page);
});

test('Escape closes the contents, and the focus goes back to where it was', async () => {
  const page = await all.visit();
  await readAt(page, '#cardiff p');
  await page.focus('a.exit');
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await whenListening(page);
  await page.keyboard.press('KeyC');
  await page.keyboard.up('Alt');
  await page.keyboard.up('Shift');
  await page.waitForFunction(() => document.activeElement!.matches('.outline a'));
  assert.equal(await focused(page), 'Community outreach in Cardiff');
  await page.keyboard.press('Escape');
  assert.deepEqual([await isOpen(page), await page.evaluate(() => document.activeElement!.className)], [false, 'exit']);
  await close(page);
});

for (const [width, height, size] of inSweep<Screen>([...screensAbove, [320, 256, '100']], [[320, 256, '100']])) {
  const look = `${width} × ${height} px and ${size}%`;
  test(`at ${look} an entry closes the list and leads to its heading, on top, in focus; Back leads back`, async () => {
    const page = await visit({ width, height, choices: { size } });
    const before = await page.evaluate(() => scrollY);
    for (const [id, heading, tag] of [
      ['cardiff', 'Community outreach in Cardiff', 'H4'],
      ['learning', 'Our impact – learning', 'H3'],
      ['contact', 'Contact us', 'H2'],
    ] as const) {
      if (!(await isOpen(page))) await open(page);
      await page.$eval(`.outline a[href="#${id}"]`, link => link.click());
      const { top, ...there } = await arrived(page);
      assert.deepEqual([there, await isOpen(page)], [{ heading, tag }, false]);
      assert.ok(top >= 0 && top < 0.34, `${id}: ${top}`);
      // It comes above the links of the bar, which a click would miss.
      await page.waitForSelector('.notice[data-kind=back]');
    }
    for (const from of ['#contact', '#learning', '#cardiff']) {
      assert.equal(await page.evaluate(() => location.hash), from);
      await page.evaluate(() => {
        history.back();
      });
      await page.waitForFunction(from => location.hash !== from, {}, from);
    }
    await page.waitForFunction(before => Math.abs(scrollY - before) < 3, {}, before);
    await close(page);
  });
}

/** Goes by buttons of the contents, each of which closes them. @returns the headings that they lead to */
async function goBy(page: Page, ...buttons: string[]): Promise<string[]> {
  const headings: string[] = [];
  for (const button of buttons) {
    await open(page);
    await press(page, button);
    headings.push(await focused(page));
    assert.equal(await isOpen(page), false, button);
  }
  return headings;
}

test('there is a way from part to part and story to story, past what is in them; at an end that is said', async () => {
  const page = await all.open(),
    heard = await listen(page);
  await all.visit({ page });
  assert.deepEqual(await goBy(page, ...Array<string>(5).fill('Next part')), [
    'Foreword',
    'Our impact - individuals and communities',
    'Our impact - Accountability and learning',
    'IOPC impact in 2023/24',
    'Contact us',
  ]);
  await open(page);
  await press(page, 'Next part');
  await whenSaid(page, en['no.part.on']);
  await press(page, 'Previous part');
  assert.equal(await focused(page), 'IOPC impact in 2023/24');
  assert.deepEqual(await goBy(page, 'Previous story', 'Previous story', 'Next story'), [
    'Helping police complaint handlers to get it right first time',
    'Ending victim blaming language',
    'Helping police complaint handlers to get it right first time',
  ]);
  assert.deepEqual(
    heard.filter(words => !/saved|back to where/.test(words)),
    [en['no.part.on']],
  );
  await close(page);
});

test('each part and section opens and closes by a button that says what it is for and how it stands', async () => {
  const page = await visit();
  const fold = (name: string) => `.outline [aria-label="What is in “${name}”"]`;
  const stands = (name: string) => page.$eval(fold(name), button => button.getAttribute('aria-expanded'));
  assert.deepEqual(
    [
      await stands('Our impact - individuals and communities'),
      await stands('Our impact - communities'),
      await stands('IOPC impact in 2023/24'),
    ],
    ['true', 'false', 'true'],
  );
  await page.focus(fold('IOPC impact in 2023/24'));
  await page.keyboard.press('Enter');
  assert.equal(await stands('IOPC impact in 2023/24'), 'false');
  assert.ok(!(await shownIn(page)).includes('Accountability and learning'));
  await page.keyboard.press('Space');
  assert.ok((await shownIn(page)).includes('Accountability and learning'));
  await close(page);
});

/** @returns whether the focus is on words of the report, and not on what the reader adds */
const isInText = (page: Page) =>
  page.evaluate(() => document.activeElement!.closest('main') && !document.activeElement!.closest('[data-ours]'));

for (const [width, height, size] of inSweep<Screen>(screensAbove, [[390, 844, '100']])) {
  const look = `${width} px and ${size}%`;
  test(`at ${look} a number of per cent leads to the passage there, in focus, and one is told so`, async () => {
    const page = await all.visit({ width, height, choices: { size } });
    for (const typed of inSweep(['40', '85 %', '12,5'], ['12,5'])) {
      await open(page);
      await page.type('#per-cent', typed);
      await page.keyboard.press('Enter');
      assert.ok(await isInText(page), typed);
      assert.equal(await isOpen(page), false);
      await open(page);
      const perCent = Number(/\d+/.exec(await where(page))![0]);
      assert.ok(Math.abs(perCent - parseFloat(typed.replace(',', '.'))) <= 2, `${typed}: ${perCent}`);
      await page.keyboard.press('Escape');
    }
    for (const [typed, at] of [
      ['0', 'Our impact on people and policing Impact Report 2023/24'],
      ['100', ''],
    ] as const) {
      await open(page);
      await page.type('#per-cent', typed);
      await press(page, 'Go there');
      if (at) assert.equal(await focused(page), at);
      else assert.ok(await page.evaluate(() => document.activeElement!.closest('#contact')), 'the last passage');
    }
    await close(page);
  });
}

const languages = inSweep<[path: string, words: typeof en]>(
  [
    ['', en],
    ['cy/', cy],
  ],
  [['cy/', cy]],
);

/** Types something into the field for a place, and asks to go there. @returns how the field stands then */
async function askFor(page: Page, typed: string): Promise<unknown> {
  await page.$eval('#per-cent', field => {
    (field as HTMLInputElement).value = '';
  });
  if (typed) await page.type('#per-cent', typed);
  await page.focus('.go-to button');
  await page.keyboard.press('Enter');
  return page.$eval('#per-cent', field => ({
    focus: document.activeElement === field,
    invalid: field.getAttribute('aria-invalid'),
    told: document.getElementById(field.getAttribute('aria-describedby')!)!.textContent,
  }));
}

test('what is no place is answered beside the field, with what to do, and nothing moves', async () => {
  for (const [path, words] of languages) {
    const page = await all.open(),
      heard = await listen(page);
    await all.visit({ page, path });
    await readAt(page, '#cardiff p');
    await open(page);
    const before = await page.evaluate(() => scrollY);
    for (const typed of ['101', 'half', '']) {
      const told = typed ? words['goTo.fault'].replace('{{typed}}', typed) : words['goTo.empty'];
      assert.deepEqual(await askFor(page, typed), { focus: true, invalid: 'true', told });
    }
    assert.equal(await page.evaluate(() => scrollY), before);
    const said = heard.filter(each => each.includes('100'));
    assert.deepEqual(said, [], 'the field says it, coming into focus');
    await page.keyboard.press('Enter');
    await whenSaid(page, words['goTo.empty']);
    await page.type('#per-cent', '50');
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(page), false);
    await close(page);
  }
});

/** Places, the per cent at which they are, and the part, section and story in which they are. */
const places: [at: string, perCent: string, ...names: string[]][] = [
  ['#foreword p', '\\d', 'Foreword'],
  [
    '#cardiff p',
    '4\\d',
    'Our impact - individuals and communities',
    'Our impact - communities',
    'Community outreach in Cardiff',
  ],
  ['#figures-people li', '9\\d', 'IOPC impact in 2023/24', 'Individuals and communities'],
];
/** @returns what is told of a place */
function told(path: string, perCent: string, names: string[]): RegExp {
  const levels = path ? ['yn y rhan', 'adran', 'stori'] : ['in the part', 'section', 'story'];
  const begins = path
    ? `Rydych chi ${perCent}% o’r ffordd drwy’r adroddiad`
    : `You are ${perCent}% of the way through the report`;
  return new RegExp(`^${[begins, ...names.map((name, level) => `${levels[level]} “${name}”`)].join(', ')}\\.$`);
}
/** Waits until an answer is seen beside a button. */
const whenAnswered = (page: Page, answer: string) =>
  page.waitForFunction(seen => document.querySelector('button + .answer')?.textContent === seen, {}, `✓ ${answer}`);
/** Scrolls up, frame by frame. */
async function scrollUp(page: Page): Promise<void> {
  for (let step = 0; step < 20; step += 1)
    await page.evaluate(
      () =>
        new Promise(done => {
          scrollBy(0, -500);
          requestAnimationFrame(done);
        }),
    );
}

for (const [path, words] of languages)
  test(`/${path}: where one is, is told in one sentence; asked for, it is said and nothing moves`, async () => {
    const page = await all.open(),
      heard = await listen(page);
    await all.visit({ page, path });
    for (const [place, perCent, ...names] of places) {
      await readAt(page, place, 1);
      await open(page);
      const sentence = await where(page);
      assert.match(sentence, told(path, perCent, names));
      const before = await page.evaluate(() => scrollY);
      await press(page, words['where.say']);
      await whenSaid(page, sentence);
      await whenAnswered(page, sentence);
      assert.equal(await page.evaluate(() => scrollY), before);
      const languages = await page.$$eval('.where span', spans => [...new Set(spans.map(span => span.lang))]);
      if (path) assert.deepEqual(languages, ['en'], 'names in English are marked as English');
      await page.keyboard.press('Escape');
    }
    await whenStill(page);
    heard.length = 0;
    await scrollUp(page);
    await whenStill(page);
    assert.deepEqual(heard, [], 'nothing is said while scrolling');
    await close(page);
  });

test('a heading to which one has just come is where one is, even if it stands close above the next', async () => {
  const page = await all.visit({ width: 390, height: 844 });
  await page.evaluate(() => {
    location.hash = 'accountability-and-learning';
  });
  await whenStill(page);
  await open(page);
  assert.deepEqual(await marked(page), ['location: Our impact - Accountability and learning']);
  await close(page);
});

/** Goes on by a screen twice, and back twice. @returns how far the first step led, and all; what is seen; a line */
const stepByScreen = (page: Page) =>
  page.evaluate(() => {
    const before = scrollY,
      [back, on] = [...document.querySelectorAll<HTMLElement>('.steps:last-child button')];
    on!.click();
    const first = scrollY - before;
    on!.click();
    back!.click();
    back!.click();
    return {
      first,
      again: scrollY - before,
      seen: document.querySelector('.panel')!.getBoundingClientRect().top,
      line: parseFloat(getComputedStyle(document.body).lineHeight),
    };
  });

test('one goes on and back by screen, less two lines, as often as one likes; at either end that is said', async () => {
  for (const [width, height] of inSweep<[number, number]>(
    [
      [768, 1024],
      [1150, 800],
    ],
    [[768, 1024]],
  )) {
    const page = await visit({ width, height });
    const step = await stepByScreen(page);
    assert.ok(Math.abs(step.first - (step.seen - 2 * step.line)) < 2 && step.again === 0, JSON.stringify(step));
    assert.equal(await isOpen(page), true);
    await page.evaluate(() => scrollTo(0, 0));
    await press(page, en['screen.back']);
    await whenSaid(page, en['screen.first']);
    await close(page);
  }
});

if (isSweep)
  test('in a small window, which the panel fills, the next screen is shown without it', async () => {
    const page = await visit({ width: 390, height: 844 });
    const before = await page.evaluate(() => scrollY);
    await press(page, en['screen.on']);
    assert.equal(await isOpen(page), false);
    assert.ok((await page.evaluate(() => scrollY)) > before + 100);
    await close(page);
  });

// ---- beside the text

const isBeside = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-beside'));
const dock = async (page: Page) => {
  await press(page, 'Show beside the text');
  // The panel goes there when the line that is being read is known.
  await page.waitForFunction(
    () =>
      (document.querySelector('.dock [aria-pressed=true]') !== null) ===
      document.documentElement.hasAttribute('data-beside'),
  );
  await whenSettled(page);
};
/** @returns where the line of a passage is on the screen, in pixels */
const topOf = (page: Page, selector: string, number: number) =>
  page.evaluate(
    (selector, number) => document.querySelectorAll(selector)[number]!.getBoundingClientRect().top,
    selector,
    number,
  );

/** Where the panel has room beside the text, and the contents of the page do not stand there by themselves. */
const wide = { width: 1150, height: 800 };

test('on a wide screen the contents can stay beside the text, cover and move nothing, and stay at a jump', async () => {
  const page = await visit({ ...wide });
  const before = await topOf(page, '#young-witness p', 2);
  await dock(page);
  assert.ok(Math.abs((await topOf(page, '#young-witness p', 2)) - before) < 2, 'the line');
  const { panel, text, bottom, bar } = await page.evaluate(() => ({
    panel: document.querySelector('.panel')!.getBoundingClientRect().right,
    bottom: document.querySelector('.panel')!.getBoundingClientRect().bottom,
    bar: document.querySelector('nav.bar')!.getBoundingClientRect().top,
    text: Math.min(
      ...[...document.querySelectorAll('main, footer')].map(
        each => each.querySelector('h2')!.getBoundingClientRect().left,
      ),
    ),
  }));
  assert.ok(text >= panel && Math.abs(bottom - bar) < 2, JSON.stringify({ panel, text, bottom, bar }));
  assert.deepEqual(await misfits(page), []);
  await page.$eval('.outline a[href="#cardiff"]', link => link.click());
  assert.deepEqual([await focused(page), await isOpen(page)], ['Community outreach in Cardiff', true]);
  await press(page, 'Show beside the text');
  assert.equal(await isBeside(page), false);
  await close(page);
});

/** @returns the place of each entry, seen from the first, because the panel itself moves to keep the mark in view */
const placesOfEntries = (page: Page) =>
  page.$$eval('.outline a', links =>
    links.map(link => Math.round(link.getBoundingClientRect().top - links[0]!.getBoundingClientRect().top)),
  );
/** Waits until an entry is marked. @returns its edges on the screen */
async function whenMarked(page: Page, heading: string): Promise<DOMRect> {
  await page.waitForFunction(
    heading => document.querySelector('.outline [aria-current]')?.firstChild!.textContent === heading,
    {},
    heading,
  );
  return page.$eval('.outline [aria-current]', link => link.getBoundingClientRect().toJSON() as DOMRect);
}

test('beside the text the mark goes along with the reader, silent and without focus, and moves no entry', async () => {
  const page = await all.open(),
    heard = await listen(page);
  await all.visit({ page, ...wide });
  await open(page);
  await dock(page);
  await whenQuiet(page, heard);
  const sentence = () => page.$eval('.where', where => where.getBoundingClientRect().height);
  const [before, height] = [await placesOfEntries(page), await sentence()];
  for (const [at, heading] of [
    ['#foreword p', 'Foreword'],
    ['#cardiff p', 'Community outreach in Cardiff'],
    ['#acted-appropriately p', 'Officers acted appropriately during the detention of a man who later died'],
    ['#feedback p', 'Service user feedback following investigations and reviews:'],
  ] as const) {
    await readAt(page, at, 0);
    const { top, bottom } = await whenMarked(page, heading);
    assert.ok(top >= 0 && bottom <= 800, `${heading} is in view: ${top}`);
    assert.ok((await where(page)).includes(`“${heading}”`));
    assert.deepEqual([await placesOfEntries(page), await sentence()], [before, height], heading);
  }
  assert.deepEqual(heard, []);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await close(page);
});

test('that the contents stay beside the text is kept: next time they open there, but only when asked for', async () => {
  const page = await visit({ ...wide });
  await dock(page);
  await page.reload();
  await whenListening(page);
  await whenStill(page);
  assert.equal(await isBeside(page), false);
  await open(page);
  assert.equal(await isBeside(page), true);
  await page.keyboard.press('Escape');
  assert.equal(await isBeside(page), false, 'closed, they leave the room to the text');
  const kept = await all.visit({ path: 'device/', context: page.browserContext() });
  await kept.waitForFunction(() =>
    document.querySelector('kept-here')?.textContent!.includes('That you want the contents beside the text'),
  );
  await close(page);
});

/** Opens the contents in a window of another size, with text of another. @returns whether they may stay beside it */
async function isOffered(page: Page, width: number, height: number, size?: string): Promise<boolean> {
  await page.keyboard.press('Escape');
  await page.setViewport({ width, height });
  await chooseSettings(page, size ? { size } : {});
  await open(page);
  return page.$eval('.dock', dock => dock.getClientRects().length > 0);
}

test('staying beside the text is not offered without room, and what stood there goes when the room does', async () => {
  const page = await visit({ ...wide });
  const narrow: [number, number, string][] = [
    [390, 844, '100'],
    [900, 800, '100'],
    [1280, 800, '200'],
    [1280, 400, '100'],
  ];
  for (const look of inSweep(narrow, narrow.slice(1, 3)))
    assert.equal(await isOffered(page, ...look), false, look.join(' '));
  assert.equal(await isOffered(page, wide.width, wide.height), true);
  await dock(page);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await page.setViewport({ width: 800, height: 800 });
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-beside'));
  assert.equal(await isOpen(page), false);
  await close(page);
});

test('while nothing is to be kept, that too is not kept; and hostile values dock nothing', async () => {
  const page = await visit({ ...wide, path: '?keep-nothing' });
  await dock(page);
  assert.deepEqual(
    [await isBeside(page), await page.evaluate(() => localStorage.getItem('reader-panel'))],
    [true, null],
  );
  await close(page);
  const other = await all.visit({ ...wide });
  for (const value of inSweep(['{"beside":true}', 'beside ', '<b>', '1'], ['beside '])) {
    await other.evaluate(value => localStorage.setItem('reader-panel', value), value);
    await other.reload();
    await other.waitForSelector('reader-settings:defined');
    await open(other);
    assert.equal(await isBeside(other), false, value);
  }
  await close(other);
});

if (isSweep)
  test('on paper the text has its full width', async () => {
    const page = await visit({ width: 1280, height: 800 });
    await dock(page);
    await page.emulateMediaType('print');
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).paddingInlineStart), '0px');
    await close(page);
  });

// ---- for everyone

test('on a phone the contents cost one press of a thumb: the link is low on the screen, and large', async () => {
  const page = await all.visit({ width: 390, height: 844 });
  await readAt(page, '#cardiff p');
  const { top, width, height } = await page.$eval(link, link => link.getBoundingClientRect().toJSON() as DOMRect);
  assert.ok(top > 844 * 0.7 && width >= 44 && height >= 44, `${top} ${width} × ${height}`);
  await page.touchscreen.tap(30, top + height / 2);
  await page.waitForSelector('.outline [aria-current]');
  assert.equal(await focused(page), 'Community outreach in Cardiff');
  await close(page);
});

/** @returns what axe finds in the open contents, or in something else, and what is cut off there or sticks out */
async function amiss(page: Page, within = '.panel'): Promise<string[]> {
  const cutOff = await misfits(page),
    { width, height } = page.viewport()!;
  const sticksOut = await page.$eval('.panel', panel => panel.scrollWidth > panel.clientWidth);
  // axe cannot judge the colours of what is scrolled out of a panel, or lies in part under the bar: in a tall window
  // all of it is in view.
  const high = await page.$eval(
    '.panel',
    (panel, sweep) => {
      (panel as HTMLElement).style.maxBlockSize = 'none';
      return panel.scrollHeight + (sweep ? document.documentElement.scrollHeight : 0);
    },
    isSweep,
  );
  await page.setViewport({ width, height: height + high });
  // What stands around it is as it is without the contents.
  const found = await findings(page, isSweep ? undefined : within);
  await page.$eval('.panel', panel => panel.removeAttribute('style'));
  await page.setViewport({ width, height });
  return [...cutOff, ...(sticksOut ? ['something sticks out of the panel'] : []), ...found];
}
/** @returns what can be pressed in the panel and is too small for a finger */
const smallTargets = (page: Page) =>
  page.$$eval('.panel :is(a, button, input)', all =>
    all
      .map(target => {
        const { width, height } = target.getBoundingClientRect();
        return { width, height, words: target.textContent };
      })
      .filter(({ width, height }) => width && (width < 44 || height < 44)),
  );

for (const [width, height, size, path] of inSweep<[number, number, string, string]>(
  [
    [320, 640, '100', 'cy/'],
    [320, 640, '400', ''],
    [390, 844, '100', ''],
    [390, 844, '400', 'cy/'],
    [1280, 800, '100', ''],
    [1280, 800, '400', ''],
    [320, 256, '100', ''],
  ],
  [
    [320, 640, '400', ''],
    [1280, 800, '100', ''],
  ],
)) {
  const look = `/${path} at ${width} × ${height} px and ${size}%`;
  test(`${look}: in every state of the contents axe finds nothing, all fits, and every target is large`, async () => {
    const page = await visit({ path, width, height, choices: { size } });
    // With everything open there is all of this, and more.
    if (isSweep) assert.deepEqual(await amiss(page), [], 'as it opens');
    await page.$$eval('.fold', folds => {
      for (const fold of folds) if (fold.getAttribute('aria-expanded') === 'false') (fold as HTMLElement).click();
    });
    await page.type('#per-cent', 'x');
    await page.keyboard.press('Enter');
    assert.deepEqual(await amiss(page), [], 'everything open, and a fault');
    assert.deepEqual(await smallTargets(page), []);
    await page.$eval('.outline a', link => link.click());
    await page.waitForSelector('.notice[data-kind=back]');
    assert.deepEqual(await amiss(page, 'nav.bar'), [], 'with the way back');
    // The contents of the page stand beside the text there, and the panel on them.
    if (width === 1280 && size === '100') {
      assert.deepEqual(await amiss(page), [], 'beside the text');
    }
    await close(page);
  });
}

/** @returns what has the focus; whether all of it is in view, and whether it has a mark */
const focusedStop = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement,
      { top, bottom } = element.getBoundingClientRect(),
      panel = document.querySelector('.panel')!.getBoundingClientRect(),
      { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      words: element.getAttribute('aria-label') ?? (element.firstChild?.textContent!.trim() || element.id),
      inView: top >= panel.top - 1 && bottom <= panel.bottom + 1,
      mark: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });
/** What stands in the contents, beside much else. */
const stops = [
  'Say where I am',
  'Previous part',
  'Next story',
  'Foreword',
  'What is in “Our impact - communities”',
  'Supporting a young witness',
  'per-cent',
  'Go there',
  'Forward one screen',
];

for (const [width, height] of inSweep<[number, number]>(
  [
    [320, 640],
    [390, 844],
    [1280, 800],
  ],
  [[320, 640]],
)) {
  test(`at ${width} px, Tab alone reaches all of the contents, in view, with a mark, and leads out`, async () => {
    const page = await visit({ width, height });
    await page.focus('#panel-name');
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => !document.activeElement!.closest('.panel'))) break;
      const stop = await focusedStop(page);
      assert.ok(stop.inView && stop.mark, JSON.stringify(stop));
      reached.push(stop.words);
    }
    for (const words of stops) assert.ok(reached.includes(words), `${words}: ${reached.join(', ')}`);
    assert.equal(reached[0], 'Close');
    await close(page);
  });
}

test('where the panel cannot be fetched the link leads to the contents in the page; later it opens them', async () => {
  const page = await all.visit();
  // What a visit fetches by itself has come. The copy may have the panel already.
  await whenStill(page);
  await page.setBypassServiceWorker(true);
  await page.setRequestInterception(true);
  let broken = true;
  const failed: string[] = [];
  page.on('requestfailed', request => failed.push(request.resourceType()));
  page.on('request', request => void (broken && /\.js$/.test(request.url()) ? request.abort() : request.continue()));
  await page.$eval(link, link => {
    link.focus({ preventScroll: true });
    link.click();
  });
  await page.waitForFunction(() => {
    const { top } = document.querySelector('#contents')!.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2 && document.activeElement!.id === 'contents';
  });
  // An older browser keeps a script that did not come as failed (whatwg/html#10327), though not what was only fetched.
  assert.ok(failed.length && !failed.includes('script'), failed.join());
  broken = false;
  await open(page);
  assert.ok(await isOpen(page));
  await close(page);
});
