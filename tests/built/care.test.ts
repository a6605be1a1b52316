/** Care for whoever reads: content notes, stories that can be passed over or folded, and help lines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import careCy from '../../locales/care.cy.json';
import careEn from '../../locales/care.en.json';
import cy from '../../locales/cy.json';
import en from '../../locales/en.json';
import { helpLines, helpLinesFor, webOf } from '../../src/model/explanations.js';
import { findings } from '../support/axe.js';
import { misfits } from '../support/misfits.js';
import { notedStories } from '../support/noted.js';
import { reportWords, whenWhole, type Visit } from '../support/readers.js';
import { focusWalk, speak } from '../support/speech.js';
import { close, hold, readersOfFile } from '../support/steps.js';
import { inSweep, isSweep, moreScreens, usualScreens, type Screen } from '../support/sweep.js';
import { openSettings, chooseSettings } from '../support/choose-settings.js';

const all = await readersOfFile({ copy: false });

const sizes = inSweep<Screen>(moreScreens, [[320, 640, '400']]);

/** Opens the report with hard stories folded. */
async function folded({ choices = {}, ...visit }: Visit = {}): Promise<Page> {
  const page = await all.visit({ ...visit, choices: { ...choices, hard: 'folded' } });
  await page.waitForSelector('.fold');
  return page;
}
const show = (id: string) => `#${id} .fold button`;
/** @returns whether any of the text of a story is seen: its passages, without heading and note */
const isSeen = (page: Page, id: string) =>
  page.$eval(`#${id}`, story =>
    [...story.children].some(
      child =>
        !child.matches('h4, .note') &&
        child.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false } as CheckVisibilityOptions) &&
        child.getBoundingClientRect().height > 0,
    ),
  );
const isOpen = (page: Page, id: string) =>
  page.$eval(show(id), button => button.getAttribute('aria-expanded') === 'true');
const focused = (page: Page) =>
  page.evaluate(() => ({
    tag: document.activeElement!.tagName,
    words: document.activeElement!.textContent!.trim(),
    id: document.activeElement!.closest('[id]')?.id,
  }));

/** @returns what is heard of a story, from its heading on */
const inStory = async (page: Page, id: string) => {
  const lines = await speak(page, `#${id}`);
  return lines.slice(lines.findIndex(line => line.includes('heading level 4')));
};

// ---- content notes

const languages = inSweep<[path: string, words: typeof en]>(
  [
    ['', en],
    ['cy/', cy],
  ],
  [['cy/', cy]],
);

test('each content note is heard after its story’s heading and before its text, in both languages', async () => {
  for (const [path, words] of languages) {
    const page = await all.visit({ path });
    for (const id of notedStories) {
      const [heading, name, note, ways, text] = await inStory(page, id);
      assert.match(heading!, /heading level 4/, id);
      assert.ok(
        name!.includes(words['note.name']) &&
          note!.includes(words[`note.${id}` as 'note.cardiff']) &&
          ways === `link, ${words['note.skip']} link, ${words['note.help']} button, ${words['note.hide']}`,
        `${id}: ${name} ${note} ${ways}`,
      );
      assert.ok(text && !text.includes(words['note.skip']), `${id}: ${text}`);
    }
    await close(page);
  }
});

/** Scrolls to the note of a story, whose button is seen by then. */
async function toNote(page: Page, id: string): Promise<void> {
  await page.$eval(`#${id} .note`, note => {
    note.scrollIntoView({ block: 'center' });
  });
  await page.waitForSelector(`#${id} .note > button`, { visible: true });
}

for (const [path, words] of languages)
  test(`/${path}: a content note offers to pass over its story, to hide all such stories, and help lines`, async () => {
    const page = await all.visit({ path });
    await toNote(page, 'cardiff');
    for (const id of notedStories)
      assert.deepEqual(
        await page.$$eval(`#${id} .note > :is(a, button)`, all => all.map(each => [each.tagName, each.textContent])),
        [
          ['A', words['note.skip']],
          ['A', words['note.help']],
          ['BUTTON', words['note.hide']],
        ],
        id,
      );
    await close(page);
  });

/** Presses what has the focus, and waits until it has this name and is where it was. */
async function pressInPlace(page: Page, name: string): Promise<void> {
  const top = await page.evaluate(() => document.activeElement!.getBoundingClientRect().top);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (name, top) =>
      document.activeElement!.textContent === name &&
      Boolean(document.querySelector('.fold')) === (document.documentElement.dataset['hard'] === 'folded') &&
      Math.abs(document.activeElement!.getBoundingClientRect().top - top) < 2,
    {},
    name,
    top,
  );
}

for (const [width, height, size] of inSweep<Screen>(moreScreens, [
  [390, 844, '100'],
  [320, 640, '400'],
])) {
  test(`at ${width} px and ${size}% all such stories are hidden and shown in place, under the finger`, async () => {
    const page = await all.visit({ width, height, choices: { size } });
    await toNote(page, 'strip-searches');
    await page.focus('#strip-searches .note > button');
    await pressInPlace(page, en['note.show']);
    for (const id of notedStories) assert.equal(await isSeen(page, id), false, id);
    assert.match(await page.evaluate(() => localStorage.getItem('reader-settings')!), /"hard":"folded"/);
    await page.waitForFunction(
      words => document.querySelector('[role=status]')!.textContent === words,
      {},
      en['settings.said'].replace('{{setting}}', en['settings.hard']).replace('{{option}}', en['settings.hard.folded']),
    );
    await pressInPlace(page, en['note.hide']);
    for (const id of notedStories) assert.equal(await isSeen(page, id), true, id);
    await close(page);
  });
}

/** @returns what comes after a story, and is not in it */
const nextOf = (page: Page, id: string) =>
  page.evaluate(id => {
    const all = [...document.querySelectorAll<HTMLElement>('main section[id], main report-section[id]')],
      story = document.getElementById(id)!;
    return all.slice(all.indexOf(story) + 1).find(each => !story.contains(each))!.id;
  }, id);
/** Waits until a place is in the upper half of the screen, or the page is at its end. */
const whenLanded = (page: Page, id: string) =>
  page.waitForFunction(
    id => {
      const { top } = document.getElementById(id)!.getBoundingClientRect();
      return (top > -2 && top < innerHeight / 2) || scrollY > document.documentElement.scrollHeight - innerHeight - 2;
    },
    {},
    id,
  );
/** @returns whether the focus is in the story that was passed over, and whether it is where one landed, or after */
const focusAfter = (page: Page, id: string, next: string) =>
  page.evaluate(
    (id, next) => {
      const here = document.activeElement!,
        landed = document.getElementById(next)!;
      return {
        passed: document.getElementById(id)!.contains(here),
        onward:
          landed.contains(here) || Boolean(landed.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING),
      };
    },
    id,
    next,
  );

for (const hard of inSweep(['shown', 'folded'], ['shown'])) {
  test(`one press passes over a whole story, ${hard}, to what comes next, and reading goes on from there`, async () => {
    const page = hard === 'folded' ? await folded() : await all.visit();
    for (const id of notedStories) {
      const next = await nextOf(page, id);
      await page.focus(`#${id} .note > a`);
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => location.hash), `#${next}`, id);
      await whenLanded(page, next);
      await page.keyboard.press('Tab');
      assert.deepEqual(await focusAfter(page, id, next), { passed: false, onward: true }, id);
      if (hard === 'folded') assert.ok(!(await isOpen(page, id)), id);
    }
    assert.deepEqual(await page.$$eval('.fold [aria-expanded=true]', open => open.length), 0);
    await close(page);
  });
}

// ---- stories that are hard to read, folded

const choose = (page: Page, hard: string) =>
  page.$eval(`fieldset[data-setting=hard] [value=${hard}]`, radio => (radio as HTMLElement).click());
/** @returns the name of the setting, and of what can be chosen */
const namesOfSetting = (page: Page) =>
  page.$eval('fieldset[data-setting=hard]', group => [
    group.querySelector('legend')!.textContent,
    ...[...group.querySelectorAll('label')].map(label => label.textContent!.trim()),
  ]);

test('it is a setting, in both languages, and folds each story with a content note and no other', async () => {
  for (const [path, words] of languages) {
    const page = await all.visit({ path });
    assert.equal(await page.$('.fold'), null);
    await openSettings(page);
    assert.deepEqual(
      await namesOfSetting(page),
      (['settings.hard', 'settings.hard.shown', 'settings.hard.folded'] as const).map(key => words[key]),
    );
    await choose(page, 'folded');
    await page.waitForSelector('.fold');
    const ids = await page.$$eval('.run > section:has(.fold)', all => all.map(({ id }) => id));
    assert.deepEqual(ids.toSorted(), notedStories.toSorted());
    for (const id of notedStories) assert.equal(await isSeen(page, id), false, id);
    const other = await page.$eval('.run > section:not(:has(> .note))', ({ id }) => id);
    assert.equal(await isSeen(page, other), true, 'a story without a note');
    assert.equal(await page.$eval(show('cardiff'), button => button.textContent), words['fold.show']);
    await choose(page, 'shown');
    await page.waitForFunction(() => !document.querySelector('.fold'));
    for (const id of notedStories) assert.equal(await isSeen(page, id), true, id);
    await close(page);
  }
});

test('a folded story is heading, note and buttons to a screen reader; a press shows its text or hides it', async () => {
  const page = await folded();
  await toNote(page, 'cardiff');
  const before = await inStory(page, 'cardiff');
  assert.deepEqual(before, [
    'heading level 4, Community outreach in Cardiff',
    en['note.name'],
    en['note.cardiff'],
    `link, ${en['note.skip']} link, ${en['note.help']} button, ${en['note.show']}`,
    `button, ${en['fold.show']}, collapsed`,
  ]);
  await page.focus(show('cardiff'));
  await page.keyboard.press('Enter');
  assert.deepEqual([await isSeen(page, 'cardiff'), (await focused(page)).words], [true, en['fold.hide']]);
  const open = await inStory(page, 'cardiff');
  assert.ok(open.length > before.length && open[4] === `button, ${en['fold.hide']}, expanded`, open.join('\n'));
  const place = () => page.$eval(show('cardiff'), button => button.getBoundingClientRect().top);
  const where = await place();
  await page.keyboard.press('Space');
  assert.deepEqual([await isSeen(page, 'cardiff'), (await focused(page)).words], [false, en['fold.show']]);
  assert.ok(Math.abs((await place()) - where) < 2, 'the button stays under the finger');
  await close(page);
});

test('by keyboard one goes from the note to the next story: nothing in a folded text is a stop', async () => {
  const page = await folded();
  await toNote(page, 'young-witness');
  await page.focus('#young-witness .note > a');
  const stops = await focusWalk(page, ['Tab', 'Tab', 'Tab', 'Tab']);
  assert.deepEqual(
    stops.slice(0, 3).map(stop => stop.replace(/.*; /, '')),
    [`link, ${en['note.help']}`, `button, ${en['note.show']}`, `button, ${en['fold.show']}, collapsed`],
  );
  assert.equal(
    await page.evaluate(() => document.getElementById('young-witness')!.contains(document.activeElement)),
    false,
  );
  await close(page);
});

test('no word of the report leaves the page or changes its place, folded, shown and folded again', async () => {
  const page = await all.visit(),
    before = await reportWords(page);
  await chooseSettings(page, { hard: 'folded' });
  await page.waitForSelector('.fold');
  assert.deepEqual(await reportWords(page), before);
  await page.$eval(show('cardiff'), button => (button as HTMLElement).click());
  assert.deepEqual(await reportWords(page), before);
  await chooseSettings(page, {});
  await page.waitForFunction(() => !document.querySelector('.fold'));
  assert.deepEqual(await reportWords(page), before);
  assert.deepEqual(
    await page.$$eval('main [hidden], main [data-folded], main section > [aria-hidden]:not(.note)', all => all.length),
    0,
  );
  await close(page);
});

/** Opens a view of the panel. */
async function openView(page: Page, view: string): Promise<void> {
  await page.evaluate(view => dispatchEvent(new CustomEvent('reader-view', { detail: { view } })), view);
  await page.waitForSelector('.panel .view > *');
}

/** Looks for a word and goes to a place that was found in the text of a story that is folded. */
async function goToFound(page: Page): Promise<void> {
  await page.type('.find-field input', 'Cardiff');
  await page.waitForFunction(() => document.querySelectorAll('.place').length === 2);
  await page.$$eval('.place', ([_, place]) => {
    (place as HTMLElement).click();
  });
}

for (const [width, height, size] of inSweep<Screen>(usualScreens, [[320, 640, '400']])) {
  const look = `${width} px and ${size}%`;
  test(`at ${look} what is found in a folded story unfolds it, is in view, and has the focus`, async () => {
    const page = await folded({ width, height, choices: { size } });
    await openView(page, 'find');
    await goToFound(page);
    await page.waitForFunction(() => document.activeElement!.closest('#cardiff'));
    assert.deepEqual([await isOpen(page, 'cardiff'), await isOpen(page, 'young-witness')], [true, false]);
    const { top, bottom } = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('found-now') as unknown as Set<Range>)];
      const { top, bottom } = range!.getBoundingClientRect();
      return { top, bottom };
    });
    assert.ok(top > 0 && bottom < height, `${top} to ${bottom}`);
    await close(page);
  });
}

test('the browser’s own find unfolds a story too', async () => {
  const page = await folded();
  assert.ok(await page.$eval('#cardiff > p', passage => passage.getAttribute('hidden') === 'until-found'));
  // As the browser does when it has found something in what is hidden so.
  await page.$eval('#cardiff > p', passage => {
    passage.dispatchEvent(new Event('beforematch', { bubbles: true }));
  });
  assert.deepEqual([await isOpen(page, 'cardiff'), await isSeen(page, 'cardiff')], [true, true]);
  await close(page);
});

/** Goes to a place in per cent that is in a folded story. @returns that story */
async function goToStory(page: Page): Promise<string> {
  await openView(page, 'contents');
  await page.waitForSelector('#per-cent');
  await page.type('#per-cent', '46');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement!.closest('.run > section > :not(h4, .note)'));
  const story = (await focused(page)).id!;
  assert.ok(notedStories.includes(story), story);
  return story;
}
const focusedPassage = (page: Page) =>
  page.evaluate(() => ({
    words: document.activeElement!.textContent,
    top: document.activeElement!.getBoundingClientRect().top,
  }));

if (isSweep)
  test('a place in per cent, the way back, and going on in a folded story unfold it', async () => {
    const page = await folded();
    const story = await goToStory(page);
    assert.equal(await isOpen(page, story), true);
    const before = await focusedPassage(page);
    await openView(page, 'contents');
    await page.waitForSelector('.outline a');
    await page.$eval('.outline a[href="#contact"]', link => (link as HTMLElement).click());
    await page.$eval(show(story), button => (button as HTMLElement).click());
    assert.equal(await isOpen(page, story), false);
    await page.waitForSelector('.notice[data-kind=back] button');
    await page.$eval('.notice[data-kind=back] button', button => (button as HTMLElement).click());
    await page.waitForFunction(story => document.activeElement!.closest(`#${story}`), {}, story);
    const after = await focusedPassage(page);
    assert.deepEqual([await isOpen(page, story), after.words], [true, before.words]);
    assert.ok(Math.abs(after.top - before.top) < 4, `${before.top} ${after.top}`);
    await close(page);
  });

test('a link to a passage of a folded story unfolds it, even if followed before what folds is there', async () => {
  for (const slow of inSweep([false, true], [true])) {
    const page = await all.open();
    const letGo = await hold(page, slow ? /\/fold-/ : /nothing/);
    await page.evaluateOnNewDocument(() => {
      localStorage.setItem('reader-settings', '{"hard":"folded"}');
    });
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(`${all.site.url}?passage=1.Our+stakeholder+engagement+team#cardiff`);
    // By then the link was followed.
    await page.waitForSelector('[data-linked]');
    letGo();
    await page.waitForSelector('.fold');
    await page.waitForFunction(() =>
      document.activeElement!.textContent!.startsWith('Our stakeholder engagement team'),
    );
    assert.deepEqual(
      [await isOpen(page, 'cardiff'), await isSeen(page, 'cardiff'), await isOpen(page, 'sistah-space')],
      [true, true, false],
    );
    const { top } = await page.evaluate(() => document.activeElement!.getBoundingClientRect().toJSON() as DOMRect);
    assert.ok(top > -2 && top < 844 / 3, String(top));
    await close(page);
  }
});

test('a link to a story leads to its heading and note, and leaves it to the reader whether to open it', async () => {
  const page = await folded({ path: '#cardiff' });
  const { top } = await page.$eval('#cardiff h4', heading => heading.getBoundingClientRect().toJSON() as DOMRect);
  assert.ok(top > -2 && top < 300, String(top));
  assert.deepEqual([await isOpen(page, 'cardiff'), await isSeen(page, 'cardiff')], [false, false]);
  await close(page);
});

test('whoever folds the story that they are reading finds its note on the screen', async () => {
  for (const [width, height] of inSweep<[number, number]>(
    [
      [390, 844],
      [1280, 800],
    ],
    [[390, 844]],
  )) {
    const page = await all.visit({ width, height });
    await page.$$eval('#cardiff p', passages => {
      scrollTo(0, passages.at(-1)!.getBoundingClientRect().top + scrollY - innerHeight / 3);
    });
    await chooseSettings(page, { hard: 'folded' });
    await page.waitForSelector('.fold');
    await page.waitForFunction(() => !document.documentElement.style.overflowAnchor);
    const { top, bottom } = await page.$eval(
      show('cardiff'),
      button => button.getBoundingClientRect().toJSON() as DOMRect,
    );
    assert.ok(top > 0 && bottom < height, `${top} to ${bottom} at ${width} px`);
    await close(page);
  }
});

test('a browser that cannot search what is hidden folds it all the same, and unfolds it by jumps', async () => {
  const page = await all.open();
  await page.evaluateOnNewDocument(() => {
    delete (HTMLElement.prototype as { onbeforematch?: unknown }).onbeforematch;
    delete (Document.prototype as { onbeforematch?: unknown }).onbeforematch;
    localStorage.setItem('reader-settings', '{"hard":"folded"}');
  });
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(all.site.url);
  await page.waitForSelector('.fold');
  assert.equal(await page.$('main [hidden]'), null);
  for (const id of notedStories) assert.equal(await isSeen(page, id), false, id);
  assert.equal((await inStory(page, 'cardiff')).length, 5);
  await openView(page, 'find');
  await goToFound(page);
  await page.waitForFunction(() => document.activeElement!.closest('#cardiff'));
  assert.deepEqual([await isOpen(page, 'cardiff'), await isSeen(page, 'cardiff')], [true, true]);
  await close(page);
});

test('where what folds cannot be had, no word is out of reach', async () => {
  const page = await all.open();
  await page.setRequestInterception(true);
  page.on('request', request => void (/\/fold-/.test(request.url()) ? request.abort() : request.continue()));
  await page.evaluateOnNewDocument(() => {
    localStorage.setItem('reader-settings', '{"hard":"folded"}');
  });
  await page.goto(all.site.url);
  await page.waitForSelector('html.care');
  assert.equal(await page.$('.fold'), null);
  for (const id of notedStories) assert.equal(await isSeen(page, id), true, id);
  await close(page);
});

test('before the script is there a folded story is not seen, and then only the row of buttons comes', async () => {
  const page = await all.open();
  const letGo = await hold(page, /\/fold-/);
  await page.evaluateOnNewDocument(() => {
    localStorage.setItem('reader-settings', '{"hard":"folded"}');
  });
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(all.site.url, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('reader-settings:defined');
  for (const id of notedStories) assert.equal(await isSeen(page, id), false, id);
  const height = () => page.$eval('#cardiff', story => story.getBoundingClientRect().height);
  const early = await height();
  letGo();
  await page.waitForSelector('.fold');
  const row = await page.$eval('#cardiff .fold', row => row.getBoundingClientRect().height);
  assert.ok(Math.abs((await height()) - early - row) < 2, `${early} ${await height()} ${row}`);
  await close(page);
});

if (isSweep)
  test('on paper every story stands open, without its buttons', async () => {
    const page = await folded();
    await page.emulateMediaType('print');
    for (const id of notedStories)
      assert.ok(
        await page.$eval(`#${id}`, story =>
          [...story.children]
            .filter(child => !child.matches('h4, .note'))
            .every(
              child => child.getBoundingClientRect().height > 0 && child.checkVisibility({ visibilityProperty: true }),
            ),
        ),
        id,
      );
    assert.deepEqual(await page.$$eval('.fold', rows => rows.filter(row => row.getClientRects().length).length), 0);
    await close(page);
  });

for (const [width, height, size] of sizes) {
  const look = `${width} px and ${size}%`;
  test(`at ${look} stories, folded or open, fit, have large buttons, and axe finds nothing in them`, async () => {
    const page = await folded({ width, height, choices: { size } });
    await page.$eval('#cardiff', story => {
      story.scrollIntoView();
    });
    for (const open of [false, true]) {
      if (open) await page.$eval(show('cardiff'), button => (button as HTMLElement).click());
      assert.deepEqual(await misfits(page), []);
      // The parts before and after have no such stories in them; opened, only this one is another.
      const within = open ? '#cardiff' : '#individuals-and-communities';
      assert.deepEqual(await findings(page, isSweep ? undefined : within), []);
      assert.ok(
        await page.$$eval('.fold button', buttons =>
          buttons.every(button => {
            const { width, height } = button.getBoundingClientRect();
            return width >= 44 && height >= 44;
          }),
        ),
      );
    }
    await close(page);
  });
}

// ---- help lines

const linesUnder = (page: Page, heading: string) =>
  page.$$eval(
    '.help-view section',
    (sections, heading) =>
      [
        ...(sections
          .find(section => section.querySelector('h3')!.textContent!.trim().startsWith(heading))
          ?.querySelectorAll('h4') ?? []),
      ].map(each => each.textContent),
    heading,
  );

/** @returns what the view says of each line */
const linesShown = (page: Page) =>
  page.$$eval('.help-view li', items =>
    items.map(item => ({
      name: item.querySelector('h4')!.textContent!,
      whom: item.querySelector('p')!.textContent!,
      tel: item.querySelector<HTMLAnchorElement>('a[href^=tel]')!.getAttribute('href')!,
      call: item.querySelector('a[href^=tel]')!.textContent!,
      web: item.querySelector('a[href^=http]')?.getAttribute('href') ?? null,
      answers: item.querySelectorAll('p')[1]!.textContent!,
    })),
  );
const byNumber = <Line extends { tel: string; name: string }>(lines: readonly Line[]) =>
  lines.toSorted((one, other) => one.tel.localeCompare(other.tel) || one.name.localeCompare(other.name));
/** @returns what is to be said of each line */
const linesInWords = (language: 'en' | 'cy', t: typeof careEn) =>
  helpLines.map(line => ({
    name: line.name[language],
    whom: line.for[language],
    tel: `tel:${line.tel}`,
    call: t['line.call'].replace('{{phone}}', line.phone),
    web: webOf(line, language) ?? null,
    answers: t[line.languages.length > 1 ? 'answers.both' : (`answers.${line.languages[0]!}` as const)],
  }));
/** @returns the lines for a story, without those for danger */
const linesFor = (story: string, language: 'en' | 'cy') =>
  helpLinesFor(story, language)
    .filter(({ id }) => !id.startsWith('emergency'))
    .map(({ name }) => name[language]);

const helped = [
  ['', 'en', careEn, en],
  ['cy/', 'cy', careCy, cy],
] as const;
for (const [path, language, t, words] of inSweep<(typeof helped)[number]>(helped, [helped[1]])) {
  test(`/${path}: help lines begin with danger, the story’s, then all others; each says for whom and how`, async () => {
    const page = await all.visit({ path });
    await page.$$eval('#cardiff p', passages => {
      scrollTo(0, passages.at(-1)!.getBoundingClientRect().top + scrollY - innerHeight / 4);
    });
    await openView(page, 'help');
    const heading = await page.$eval('#cardiff h4', heading => heading.textContent!.trim());
    const headings = await page.$$eval('.help-view h3', all => all.map(each => each.textContent!.trim()));
    assert.deepEqual(headings.slice(0, 2), [t.emergency, `${t.story} ${heading}`]);
    if (path) assert.equal(await page.$eval('.help-view h3 span', span => span.lang), 'en');
    assert.deepEqual(await linesUnder(page, t.story), linesFor('cardiff', language));
    assert.deepEqual(byNumber(await linesShown(page)), byNumber(linesInWords(language, t)));
    const text = await page.$eval('.help-view', view => view.textContent!);
    const unchecked = helpLines.some(({ checked }) => !checked) ? t.unchecked : '';
    for (const sentence of [t.whose, unchecked, t.call, t.leave.replace('{{exit}}', words['exit.link'])])
      assert.ok(text.includes(sentence), sentence);
    await close(page);
  });
}

/** Presses the name of each folded group of help lines. */
const unfoldGroups = (page: Page) =>
  page.$$eval('.help-view section > details:not([open]) > summary', all => {
    for (const each of all) each.click();
  });

for (const path of ['', 'cy/'])
  test(`/${path}: at 320 px and 400% danger and the story come first, and all takes 15 screens`, async () => {
    const page = await all.visit({ path, width: 320, height: 568, choices: { size: '400' } });
    await page.$eval('#cardiff', story => story.scrollIntoView());
    await openView(page, 'help');
    const seen = await page.$$eval('.help-view :is(h4, h3)', all =>
      all.filter(each => each.checkVisibility()).map(each => each.tagName),
    );
    assert.equal(seen.slice(0, 7).join(' '), 'H3 H4 H4 H3 H4 H4 H4');
    const screens = await page.$eval('.panel', panel => panel.scrollHeight / innerHeight);
    assert.ok(screens <= 15, `${screens} screens`);
    await unfoldGroups(page);
    const shown = await page.$$eval('.help-view li', all => all.filter(each => each.checkVisibility()).length);
    assert.equal(shown, helpLines.length);
    await close(page);
  });

test('a number is heard as it is seen, and then digit by digit', async () => {
  const page = await all.visit();
  await openView(page, 'help');
  await unfoldGroups(page);
  const client = await page.createCDPSession(),
    { nodes } = await client.send('Accessibility.getFullAXTree');
  const link = nodes.find(({ role, name }) => role?.value === 'link' && name?.value === 'Call 116 123')!;
  assert.equal(link.description?.value, '1 1 6, 1 2 3');
  await close(page);
});

test('a site is known to lead away, opens in place, and is not told where from', async () => {
  const page = await all.visit();
  await openView(page, 'help');
  const sites = await page.$$eval('.help-view a[href^=http]', links =>
    links.map(link => ({
      rel: (link as HTMLAnchorElement).rel,
      target: (link as HTMLAnchorElement).target,
      words: link.textContent!,
    })),
  );
  const leaving = careEn['line.web'].replace('{{site}}', '');
  assert.ok(
    sites.length > 20 &&
      sites.every(({ rel, target, words }) => rel === 'noreferrer' && !target && words.endsWith(leaving)),
  );
  await close(page);
});

if (isSweep)
  test('away from such a story there is no heading for one', async () => {
    const page = await all.visit();
    await openView(page, 'help');
    assert.deepEqual(await linesUnder(page, careEn.story), []);
    assert.deepEqual(await page.$$eval('.help-view li', items => items.length), helpLines.length);
    await close(page);
  });

for (const hard of ['shown', 'folded'])
  test(`the note of a story, ${hard}, leads to its own help lines, and closing them leads back to it`, async () => {
    const page = hard === 'folded' ? await folded() : await all.visit();
    await toNote(page, 'sistah-space');
    await page.focus('#sistah-space .note > a:last-of-type');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.help-view');
    assert.deepEqual(await linesUnder(page, careEn.story), linesFor('sistah-space', 'en'));
    await page.keyboard.press('Escape');
    assert.deepEqual(await focused(page), { tag: 'A', words: en['note.help'], id: 'sistah-space' });
    await close(page);
  });

for (const [width, height, size] of sizes) {
  test(`at ${width} px and ${size}% help lines fit, and axe finds nothing`, async () => {
    for (const path of inSweep(['', 'cy/'], [width === 320 ? '' : 'cy/'])) {
      const page = await all.visit({ path, width, height, choices: { size } });
      await page.$eval('#cardiff', story => {
        story.scrollIntoView();
      });
      await openView(page, 'help');
      assert.deepEqual(await misfits(page), []);
      assert.deepEqual(await findings(page, isSweep ? undefined : '.panel'), []);
      assert.ok(await page.$eval('.panel', panel => panel.scrollWidth <= panel.clientWidth));
      await close(page);
    }
  });
}

if (isSweep)
  test('folding and help lines work without a connection, the first time too', async () => {
    const context = await all.browser.createBrowserContext(),
      page = await all.visit({ context, copy: true });
    await whenWhole(page);
    await all.site.stop();
    try {
      await chooseSettings(page, { hard: 'folded' });
      await page.reload();
      await page.waitForSelector('.fold');
      await openView(page, 'help');
      assert.ok((await page.$$('.help-view li')).length > 20);
    } finally {
      await all.site.start();
      await context.close();
    }
  });
