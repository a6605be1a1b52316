/**
 * The programs that tests need beside Node: one list, for the tests that start them and for the set-up that gets them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lacksLiblouis } from '../../src/formats/braille/liblouis.js';

/**
 * In words; the variable that may name its path; what Debian or Ubuntu have it in, where they differ Debian's name
 * first; and where it is.
 */
interface Tool {
  name: string;
  variable?: string;
  packages: readonly (readonly string[])[];
  /** Names of its program, the best first, and whole paths for what is not where programs usually are. */
  commands?: readonly string[];
  places?: readonly string[];
  /** For what is asked, rather than looked for. */
  isThere?(): boolean;
  /** The tool that does the same, if more slowly, where this one cannot be had. */
  instead?: string;
}

export const tools = {
  chromium: {
    name: 'Chromium or Chrome',
    variable: 'CHROMIUM',
    packages: [['chromium', 'chromium-browser']],
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    places: [
      '/usr/lib64/chromium-browser/chromium-browser',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  },
  // The same engine without windows, toolbars and what else only its owner sees: a visit takes half the work.
  shell: {
    name: 'Chromium’s headless shell',
    variable: 'CHROMIUM_SHELL',
    packages: [['chromium-headless-shell']],
    commands: ['chromium-headless-shell'],
    instead: 'chromium',
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX',
    packages: [['firefox-esr', 'firefox']],
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  webKitDriver: {
    name: 'WebKitGTK’s WebKitWebDriver',
    variable: 'WEBKIT_DRIVER',
    packages: [['webkit2gtk-driver']],
    commands: ['WebKitWebDriver'],
  },
  // WebKitGTK always wants one.
  display: { name: 'Xvfb', variable: 'XVFB', packages: [['xvfb']], commands: ['Xvfb'] },
  nginx: { name: 'nginx', variable: 'NGINX', packages: [['nginx-light']], commands: ['nginx'] },
  caddy: { name: 'Caddy', variable: 'CADDY', packages: [['caddy']], commands: ['caddy'] },
  // Its program and modules alone; the package apache2 would start a server.
  apache: { name: 'Apache', variable: 'APACHE', packages: [['apache2-bin']], commands: ['apache2', 'httpd'] },
  liblouis: {
    name: 'liblouis',
    packages: [['liblouis-bin'], ['liblouis-data']],
    isThere: () => lacksLiblouis() === undefined,
  },
  epubcheck: {
    name: 'EPUBCheck',
    variable: 'EPUBCHECK',
    packages: [['epubcheck']],
    places: ['/usr/share/java/epubcheck.jar'],
  },
  java: { name: 'Java', packages: [['default-jre-headless']], commands: ['java'] },
  pdftotext: { name: 'pdftotext', packages: [['poppler-utils']], commands: ['pdftotext'] },
  pdftoppm: { name: 'pdftoppm', packages: [['poppler-utils']], commands: ['pdftoppm'] },
} satisfies Record<string, Tool>;

/** Programs of the system are often not where a shell looks for commands. */
const folders = () => [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
  '/snap/bin',
  ...(process.env['PATH'] ?? '').split(delimiter),
];

/** @returns what the tool's variable names, if it has one and that is set */
export const namedFor = ({ variable }: Tool): string | undefined =>
  (variable === undefined ? undefined : process.env[variable]) || undefined;

function pathOf(tool: Tool): string | undefined {
  const named = namedFor(tool),
    { commands = [], places = [] } = tool;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return [...commands.flatMap(command => folders().map(folder => join(folder, command))), ...places].find(existsSync);
}

/** @returns the tools that are not there */
export const missingTools = (): Tool[] =>
  Object.values<Tool>(tools).filter(tool => !(tool.isThere ? tool.isThere() : pathOf(tool)));

/** @returns whether this machine's apt knows a package */
export const isKnown = (name: string): boolean =>
  /Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout);

/**
 * @returns the packages that hold these tools: of names that differ, the first that this machine's apt knows, or else
 * Debian's
 */
export function packagesOf(missing: readonly Tool[]): string[] {
  const names = missing.flatMap(({ packages }) =>
    packages.map(names => (names.length > 1 && names.find(isKnown)) || names[0]!),
  );
  return [...new Set(names)];
}

/** @returns in one sentence what is not there and how to get it */
export function howToGet(missing: readonly Tool[]): string {
  const wrong = missing.filter(tool => namedFor(tool) !== undefined);
  if (wrong.length)
    return `${wrong.map(tool => `${tool.variable} names ${namedFor(tool)}, but nothing is there`).join('; ')}.`;
  const variables = missing.flatMap(({ variable }) => variable ?? []);
  return (
    `These tests need ${missing.map(({ name }) => name).join(', ')}, not found here: please install what is missing ` +
    `(on Debian and Ubuntu: apt-get install ${packagesOf(missing).join(' ')})` +
    `${variables.length ? `, or set ${variables.join(', ')} to the path of yours` : ''}.`
  );
}

/**
 * @returns the path of a tool: what its variable names, or else the first that is found
 * @throws Error saying how to get it, when there is none
 */
export function find(tool: keyof typeof tools): string {
  const wanted: Tool = tools[tool],
    path = pathOf(wanted);
  if (path === undefined && wanted.instead) return find(wanted.instead as keyof typeof tools);
  if (path === undefined) throw new Error(howToGet([wanted]));
  return path;
}
