/**
 * `npm run gallery`: every piece in every state and look, as pictures of the built reader on one page. With words
 * behind it, only the states and looks whose names hold one of them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readers, type Readers } from '../support/readers.js';
import { states, type State } from './states.js';

interface Look {
  name: string;
  width: number;
  height: number;
  choices: Record<string, string>;
}
const phone = { width: 390, height: 844 };
const looks: Look[] = [
  ...['light', 'dark', 'cream', 'contrast-light', 'contrast-dark'].map(theme => ({
    name: `phone, ${theme}`,
    ...phone,
    choices: { theme },
  })),
  { name: 'tablet, light', width: 768, height: 1024, choices: { theme: 'light' } },
  { name: 'screen, light', width: 1280, height: 800, choices: { theme: 'light' } },
  { name: 'screen, dark', width: 1280, height: 800, choices: { theme: 'dark' } },
  { name: 'small, yellow on black at 400%', width: 320, height: 640, choices: { theme: 'contrast-dark', size: '400' } },
];

const folder = join(import.meta.dirname, '../../gallery');
const fileOf = (state: State, look: Look) =>
  `${state.name} ${look.name}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '.png')
    .replace(/(?<!\.png)$/, '.png');

async function take(all: Readers, state: State, look: Look): Promise<string> {
  const page = await all.visit({
    path: state.path ?? '',
    ...look,
    choices: { ...look.choices, ...state.choices },
    ...(state.script === false && { script: false }),
  });
  const server = { stop: () => all.site.stop(), start: () => all.site.start() };
  let stopped = false;
  try {
    await state.reach?.(page, {
      ...server,
      stop: () => {
        stopped = true;
        return server.stop();
      },
    });
    const file = fileOf(state, look),
      piece = state.piece ? await page.$(state.piece) : undefined;
    await (piece ?? page).screenshot({ path: join(folder, file) as `${string}.png` });
    return file;
  } finally {
    if (stopped) await server.start();
    await page.browserContext().close();
  }
}

const wanted = process.argv.slice(2),
  holds = (name: string) => wanted.some(word => name.includes(word));
const anyOf = <T extends { name: string }>(list: T[]) => {
  const some = list.filter(({ name }) => holds(name));
  return some.length ? some : list;
};
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const all = await readers();
const rows: string[] = [],
  missed: string[] = [];
try {
  for (const state of anyOf(states)) {
    const pictures: string[] = [];
    for (const look of anyOf(looks)) {
      try {
        const image = `<img src="${await take(all, state, look)}" alt="${state.name}, ${look.name}" loading="lazy">`;
        pictures.push(`<figure>${image}<figcaption>${look.name}</figcaption></figure>`);
      } catch (error) {
        missed.push(`${state.name}, ${look.name}: ${(error as Error).message}`);
      }
    }
    rows.push(`<h2>${state.name}</h2><div>${pictures.join('')}</div>`);
  }
} finally {
  await all.close();
}
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>The gallery</title><style>
body { margin: 2rem; font: 1rem/1.5 system-ui }
div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
figure { margin: 0 }
img { max-height: 40rem; border: 1px solid #888 }
</style><h1>Every piece, in every state and look</h1>${rows.join('\n')}`,
);
console.log(
  `${rows.length} states in gallery/index.html.${missed.length ? `\nNot reached:\n${missed.join('\n')}` : ''}`,
);
process.exitCode = missed.length ? 1 : 0;
