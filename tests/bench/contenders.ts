/**
 * The four pages of the same report that are set side by side: what builds each, and where its controls are. Everything
 * is built in the system's folder for temporary files.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { barePage } from '../measure/bare-page.js';

const project = resolve(import.meta.dirname, '../..');
const work = join(tmpdir(), 'impact-report-reader-bench');

/** What is pressed, one after the other; the last press is the one that is timed. */
type Presses = string[];

export interface Contender {
  name: string;
  /** The finished site. */
  folder: string;
  keepsCopy: boolean;
  size?: Presses;
  theme?: Presses;
  /** `field` takes the words that are looked for, `result` is one place where they are. */
  find?: { open: Presses; field: string; result: string };
}

function run(
  folder: string,
  mode: 'production' | 'development',
  command: string,
  given: string[],
  env: NodeJS.ProcessEnv = {},
): void {
  const { status, stdout, stderr } = spawnSync(command, given, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: mode, ...env },
  });
  if (status !== 0)
    throw new Error(`${command} ${given.join(' ')} in ${folder} ended with ${status}:\n${stdout}\n${stderr}`);
}

const vite = join(project, 'node_modules/.bin/vite');

/** @returns the built page with all that follows its opening so many times; each copy has ids of its own */
function longer(page: string, times: number): string {
  const from = page.indexOf('<section', page.indexOf('<main')),
    to = page.indexOf('</main>');
  if (from < 0 || to < from) throw new Error('The built page has no sections in its main part.');
  const text = page.slice(from, to);
  const copies = Array.from({ length: times - 1 }, (_, copy) => text.replace(/( id="?)([\w-]+)/g, `$1$2-${copy + 2}`));
  return page.slice(0, to) + copies.join('') + page.slice(to);
}

function reader(times: number): Contender {
  const folder = join(work, times > 1 ? `reader-${times}` : 'reader'),
    index = join(folder, 'index.html');
  if (times > 1) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(work, 'reader'), folder, { recursive: true });
    writeFileSync(index, longer(readFileSync(index, 'utf8'), times));
  } else run(project, 'production', vite, ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']);
  const inSheet = (input: string) => ['reader-settings > details > summary', `reader-settings label:has(${input})`];
  return {
    // The copy of a longer page would not be the one that was built.
    name: 'This reader',
    folder,
    keepsCopy: times === 1,
    size: inSheet('[name=size][value="150"]'),
    theme: inSheet('[name=theme][value=dark]'),
    find: {
      open: ['nav.bar [value=find]'],
      field: '.finding input',
      result: '.finding .place',
    },
  };
}

function bare(times: number): Contender {
  const folder = join(work, `bare-${times}`),
    page = barePage('en'),
    from = page.indexOf('<p>');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page.slice(0, from) + page.slice(from).repeat(times));
  return { name: 'Bare page', folder, keepsCopy: false };
}

function naive(times: number): Contender {
  const folder = join(work, `naive-${times}`),
    config = join(import.meta.dirname, 'naive/vite.config.ts');
  run(
    project,
    'production',
    vite,
    ['build', '--config', config, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    { BENCH_TIMES: String(times) },
  );
  return { name: 'Naive Lit', folder, keepsCopy: times === 1, size: ['>>> #large'], theme: ['>>> #dark'] };
}

/** Its packages are installed once, and again only when others are named. */
function vitepress(report: string): Contender {
  const source = join(import.meta.dirname, 'vitepress'),
    site = join(work, 'vitepress');
  const wanted = readFileSync(join(source, 'package-lock.json'), 'utf8'),
    installed = join(site, 'package-lock.json'),
    whole = join(site, 'node_modules/.package-lock.json');
  const isThere = existsSync(whole) && existsSync(installed) && readFileSync(installed, 'utf8') === wanted;
  mkdirSync(site, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.vitepress'])
    cpSync(join(source, name), join(site, name), { recursive: true });
  if (!isThere) run(site, 'development', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  cpSync(report, join(site, 'index.md'));
  run(site, 'production', join(site, 'node_modules/.bin/vitepress'), ['build', '.']);
  return {
    name: 'VitePress',
    folder: join(site, '.vitepress/dist'),
    keepsCopy: true,
    theme: ['.VPNavBarHamburger', '.VPNavScreenAppearance .VPSwitch'],
    find: { open: ['#local-search button'], field: '#localsearch-input', result: '.VPLocalSearchBox .result' },
  };
}

/** @returns all four, built @throws Error with what a build said, when one fails */
export function contenders(): Contender[] {
  const ours = reader(1);
  // The project's own Markdown, as readers get it.
  return [bare(1), ours, naive(1), vitepress(join(ours.folder, 'files/impact-report-2023-24.md'))];
}

/**
 * @returns three of them with the report so many times, after `contenders()` has built them
 * @throws Error with what a build said, when one fails
 */
export const longerContenders = (times: number): Contender[] => [bare(times), reader(times), naive(times)];
