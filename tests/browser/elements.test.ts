/**
 * Each live element, used as a page would: given data it shows it, given prerendered words it adopts them, and axe
 * finds nothing in it.
 */
import axe from 'axe-core';
import { html, render } from 'lit';
import report from '../../content/report.en.json';
import en from '../../locales/en.json';
import { linesOf, reportPages } from '../../src/pages/elements/report-body.js';
import type { ContactRoutes } from '../../src/pages/elements/contact-routes.js';
import type { ContentsList } from '../../src/pages/elements/contents-list.js';
import type { QuoteCard } from '../../src/pages/elements/quote-card.js';
import type { ReportSection } from '../../src/pages/elements/report-section.js';
import type { StatsGrid } from '../../src/pages/elements/stats-grid.js';
import { dashes, statDrawing } from '../../src/pages/elements/stat-drawing.js';
import { translations } from '../../src/model/words/i18n.js';
import type { Contact, Quotation, Report, Statistic } from '../../src/model/report/model.js';
import { textsOfReport, words } from '../../src/model/report/words.js';
import { equal, ok, same } from './support.js';

const published = report as Report;
const reading = { language: 'en', t: translations('en') } as const;
const stories = published.parts.flatMap(part => part.sections).flatMap(section => section.stories);
const quotation = stories[0]!.blocks.find((block): block is Quotation => block.type === 'quotation')!;
const statistics = stories
  .flatMap(story => story.blocks)
  .filter((block): block is Statistic => block.type === 'statistic');
const contacts = published.parts.at(-1)!.blocks.filter((block): block is Contact => block.type === 'contact');

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('main'));
});
afterEach(() => place.remove());

async function show<E extends HTMLElement>(
  tag: string,
  properties: Partial<E>,
): Promise<E & { updateComplete: Promise<unknown>; show(): Promise<void> }> {
  const element = Object.assign(document.createElement(tag), properties) as unknown as E & {
    updateComplete: Promise<unknown>;
    show(): Promise<void>;
  };
  place.append(element);
  await element.updateComplete;
  return element;
}
async function clean(): Promise<void> {
  // Rules about a whole page do not bind a piece of one.
  const { violations } = await axe.run(place, {
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  });
  same(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
  );
}
const wordsOf = (element: Element) => words((element as HTMLElement).innerText);

describe('quote-card', () => {
  it('says who speaks, then the words, with the report’s own marks', async () => {
    const card = await show<QuoteCard>('quote-card', { quotation });
    same(
      [...card.children].map(({ localName }) => localName),
      ['p', 'blockquote'],
    );
    equal(card.querySelector('.by')!.textContent, 'The man said:');
    same(wordsOf(card), words([quotation.introduction, ...quotation.paragraphs].join(' ')));
    await clean();
  });
  it('shows a quotation without a speaker, a very long one, and one with markup in it as words', async () => {
    for (const paragraphs of [
      ['“Hi”'],
      ['“' + 'Thank you so much. '.repeat(200).trim()],
      ['“<b onclick=x>hello</b> & <script>alert(1)</script>”'],
    ]) {
      const card = await show<QuoteCard>('quote-card', { quotation: { type: 'quotation', id: 'q', paragraphs } });
      same(wordsOf(card), words(paragraphs.join(' ')));
      equal(card.querySelector('script'), null);
    }
    await clean();
  });
  it('adopts the words that stand in it, and draws anew only for a real change', async () => {
    place.innerHTML = '<quote-card><blockquote><p>Prerendered</p></blockquote></quote-card>';
    const card = place.querySelector<QuoteCard>('quote-card')!;
    const before = card.querySelector('p');
    card.quotation = { type: 'quotation', id: 'q', paragraphs: ['Prerendered'] };
    await card.updateComplete;
    equal(card.querySelector('p'), before);
    card.quotation = { type: 'quotation', id: 'q', paragraphs: ['Corrected'] };
    await card.updateComplete;
    equal(card.textContent, 'Corrected');
    equal(card.querySelectorAll('p').length, 1);
  });
});

describe('stats-grid', () => {
  it('is a list in which each figure stands inside its sentence', async () => {
    const grid = await show<StatsGrid>('stats-grid', { statistics, reading });
    same(
      [...grid.querySelectorAll('li > p')].map(sentence => sentence.textContent!.trim()),
      statistics.map(({ statement }) => statement),
    );
    same(
      [...grid.querySelectorAll('b')].map(figure => figure.textContent),
      ['83%', '139', '60,000', '240', '25', 'fifth', '350', '3,157', '96%', '94%'],
    );
    // The group here is that of all figures: 3,157 among them, so each dot stands for ten, and 25 has no drawing.
    const says = 'One dot stands for 10.';
    same(
      [...grid.querySelectorAll('[data-ours]')].map(line => line.textContent),
      [says, says, says, says],
    );
    equal(grid.querySelectorAll(':is(svg, [data-ours]):not([aria-hidden=true])').length, 0);
    await clean();
  });
  it('paints as many dots as it says', async () => {
    const line = `stroke:#000;stroke-width:2;stroke-linecap:round;stroke-dasharray:${dashes}`;
    const style = `<style>path{fill:none;${line}}</style>`;
    for (const value of [1, 10, 25, 50, 139, 240, 316]) {
      render(
        statDrawing({ type: 'statistic', id: 's', statement: '', value, unit: 'things', approximate: false }, 1),
        place,
      );
      const drawing = place.querySelector('svg')!;
      const [, , width, height] = drawing.getAttribute('viewBox')!.split(' ').map(Number);
      const image = new Image(width! * 6, height! * 6);
      const size = `width="${image.width}" height="${image.height}" viewBox="0 0 ${width} ${height}"`;
      const inside = style + drawing.innerHTML.replace(/<!--.*?-->/g, '');
      image.src = URL.createObjectURL(
        new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`], { type: 'image/svg+xml' }),
      );
      await image.decode();
      equal(blots(image), value);
      render(html``, place);
    }
  });
});

/** @returns how many separate dark shapes a picture holds */
function blots(image: HTMLImageElement): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const dark = Uint8Array.from({ length: width * height }, (_, index) => Number(data[index * 4 + 3]! > 128));
  let count = 0;
  for (let start = 0; start < dark.length; start += 1) {
    if (!dark[start]) continue;
    count += 1;
    const todo = [start];
    while (todo.length) {
      const at = todo.pop()!;
      if (!dark[at]) continue;
      dark[at] = 0;
      todo.push(at + 1, at - 1, at + width, at - width);
    }
  }
  return count;
}

describe('contact-routes', () => {
  it('shows every way with its label, and a link where there is an address', async () => {
    const routes = await show<ContactRoutes>('contact-routes', { contacts });
    same(wordsOf(routes), words(contacts.flatMap(({ label, lines }) => [label ?? '', ...lines]).join(' ')));
    same(
      [...routes.querySelectorAll('a')].map(link => link.getAttribute('href')),
      contacts.filter(({ address }) => address).map(({ address }) => address),
    );
    await clean();
  });
});

describe('contents-list', () => {
  it('lists parts, sections and stories, with reading times in words', async () => {
    const contents = await show<ContentsList>('contents-list', {
      report: published,
      lines: linesOf(published),
      reading,
    });
    equal(contents.querySelectorAll('a').length, 29);
    same(
      [...contents.querySelectorAll('small')].map(time => time.textContent),
      [4, 4, 5, 4].map(count => en['contents.minutes_other'].replace('{{count}}', String(count))),
    );
    await clean();
  });
});

describe('report-section', () => {
  it('shows a section with its stories, and a note of ours that is marked as ours', async () => {
    const section = published.parts[1]!.sections[0]!;
    const shown = await show<ReportSection>('report-section', {
      section,
      setting: {
        reading,
        lines: linesOf(published),
        notes: new Set(['young-witness']),
        following: { 'young-witness': 'police-experiences' },
      },
    });
    await Promise.all([...shown.querySelectorAll<QuoteCard>('quote-card')].map(card => card.updateComplete));
    equal(shown.querySelectorAll('[data-ours]').length, 1);
    equal(shown.querySelector('[data-ours] a')!.getAttribute('href'), '#police-experiences');
    equal(shown.querySelectorAll('h4').length, 4);
  });
});

describe('the whole report', () => {
  it('drawn live has the same words, in the same order, as the content', async () => {
    render(reportPages(published, reading, new Set()), place);
    for (let round = 0; round < 3; round += 1)
      await Promise.all(
        [
          ...place.querySelectorAll<QuoteCard>('report-section, quote-card, stats-grid, contents-list, contact-routes'),
        ].map(element => element.updateComplete),
      );
    for (const ours of place.querySelectorAll('[data-ours]')) ours.remove();
    for (const element of place.querySelectorAll('h1 span, h1 b, p, li, h2, h3, h4, br')) element.before(' ');
    same(words(place.textContent), textsOfReport(published).flatMap(words));
    ok(place.querySelectorAll('quote-card').length === 27);
  });
});
