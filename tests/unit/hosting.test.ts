/** Whatever the host: its file says for every address what readers need, once, at the root and under a path. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { contentTypeOf } from '../../src/build/hosting/content-types.js';
import type { SiteFacts } from '../../src/build/hosting/host.js';
import { hosts } from '../../src/build/hosting/hosts.js';
import { factsOf, hostingFolder } from '../../src/build/hosting.js';
import { policyFor, policyForAll } from '../../src/build/policy.js';

const files = [
  '404.html',
  'assets/main-1.js',
  'cy/accessibility/index.html',
  'cy/index.html',
  'cy/manifest.webmanifest',
  'files/report.html',
  'files/report.brf',
  'files/report.epub',
  'files/report-large-18.pdf',
  'files/report.pef',
  'files/report.md',
  'icon.svg',
  'index.html',
  'licences.txt',
  'manifest.webmanifest',
  'sharing.png',
  'sw.js',
];
const siteUnder = (base: string): SiteFacts => ({
  base,
  folder: 'site',
  files,
  policy: policyForAll([policyFor('a', 'b')]),
});
const textOf = (file: string, facts: SiteFacts) => hosts.find(host => host.file === file)!.write(facts);

/** What a host sends for an address, as [name, value] of every rule that matches, in the order in which they stand. */
type Sent = (path: string) => [name: string, value: string][];
interface Rule {
  source: string;
  headers: { key: string; value: string }[];
}
const matching =
  (rules: Rule[], isMatch: (source: string, path: string) => boolean): Sent =>
  path =>
    rules
      .filter(({ source }) => isMatch(source, path))
      .flatMap(({ headers }) => headers.map(({ key, value }): [string, string] => [key, value]));

/** How each host reads its file. */
const readings: [file: string, read: (facts: SiteFacts) => Sent][] = [
  [
    '_headers',
    facts => path =>
      textOf('_headers', facts)
        .split(/\n(?=\/)/)
        .slice(1)
        .filter(rule => {
          const [pattern] = rule.split('\n');
          return pattern!.endsWith('*') ? path.startsWith(pattern!.slice(0, -1)) : path === pattern;
        })
        .flatMap(rule =>
          rule
            .trim()
            .split('\n')
            .slice(1)
            .map((line): [string, string] => {
              const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line)!;
              return [name!, value!];
            }),
        ),
  ],
  [
    'firebase.json',
    facts =>
      matching(
        (JSON.parse(textOf('firebase.json', facts)) as { hosting: { headers: Rule[] } }).hosting.headers,
        (source, path) => (source.endsWith('**') ? path.startsWith(source.slice(0, -2)) : path === source),
      ),
  ],
  [
    'vercel.json',
    facts =>
      matching((JSON.parse(textOf('vercel.json', facts)) as { headers: Rule[] }).headers, (source, path) =>
        new RegExp(`^${source.replaceAll('.', '\\.').replace('(\\.*)', '(.*)')}$`).test(path),
      ),
  ],
  [
    'staticwebapp.config.json',
    facts => path => {
      const { routes, globalHeaders } = JSON.parse(textOf('staticwebapp.config.json', facts)) as {
        routes: { route: string; headers: Record<string, string> }[];
        globalHeaders: Record<string, string>;
      };
      const found = routes.find(({ route }) =>
        route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route,
      );
      return Object.entries({ ...globalHeaders, ...found?.headers });
    },
  ],
];

const forAYear = 'public, max-age=31536000, immutable';
/** @returns the headers that every address must have */
const wantedAt = (path: string, { policy }: { policy: string }) => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': path.startsWith('assets/') ? forAYear : 'no-cache',
  'Cross-Origin-Resource-Policy': path === 'sharing.png' ? 'cross-origin' : 'same-origin',
});
/** @returns the kind of file that a host must be told, if it does not know it */
function typeToTell(path: string): string | undefined {
  if (path.endsWith('.webmanifest')) return 'application/manifest+json';
  return /\.(epub|md)$/.test(path) ? contentTypeOf(path) : undefined;
}

for (const base of ['/', '/reports/2024/'])
  for (const [file, read] of readings) {
    const isAzure = file === 'staticwebapp.config.json',
      facts = siteUnder(base),
      sent = read(facts);

    test(`${file}, with the site under ${base}: every address has its headers, each once`, () => {
      for (const path of ['', 'index.html', 'cy/', 'cy/accessibility/', ...files]) {
        const headers = sent(base + path);
        const names = headers.map(([name]) => name);
        assert.deepEqual(names, [...new Set(names)], `${path}: a header twice`);
        const all = Object.fromEntries(headers);
        for (const [name, value] of Object.entries(wantedAt(path, facts)))
          assert.equal(all[name], value, `${path}: ${name}`);
        if (typeToTell(path) && !isAzure) assert.equal(all['Content-Type'], typeToTell(path), path);
      }
    });

    test(`${file}, with the site under ${base}: what is not there has the policy, and is not kept`, () => {
      const missing = Object.fromEntries(sent(`${base}nothing`));
      assert.equal(missing['Content-Security-Policy'], facts.policy);
      assert.notEqual(missing['Cache-Control'], forAYear);
      // A failure that is kept for a year would outlive the file's coming. Azure gives a failure no headers of a route.
      if (!isAzure) assert.equal(Object.fromEntries(sent(`${base}assets/gone-1.js`))['Cache-Control'], undefined);
      // Under a path, the rest of the host is somebody else's. Azure's headers are for all that it serves.
      if (base !== '/' && !isAzure) assert.deepEqual(sent('/another-page'), []);
    });
  }

const underPath = siteUnder('/reports/2024/');
const json = (file: string) => JSON.parse(textOf(file, underPath)) as Record<string, object>;

test('folders lead to their slash, and the page for missing addresses is named, where the host asks for it', () => {
  assert.equal(json('vercel.json')['trailingSlash'], true);
  assert.deepEqual(
    { ...json('firebase.json')['hosting'], headers: [] },
    {
      public: 'site',
      ignore: ['firebase.json', '**/.*', '_headers', 'staticwebapp.config.json'],
      trailingSlash: true,
      headers: [],
    },
  );
  const azure = json('staticwebapp.config.json');
  assert.deepEqual(
    [azure['trailingSlash'], azure['responseOverrides']],
    ['always', { 404: { rewrite: '/reports/2024/404.html' } }],
  );
  assert.deepEqual((azure['mimeTypes'] as Record<string, string>)['.webmanifest'], 'application/manifest+json');
  assert.match(textOf('.htaccess', underPath), /^ErrorDocument 404 \/reports\/2024\/404\.html$/m);
});

test('whoever keeps the site as objects is told of folders, the page for missing addresses, and types', () => {
  const { cdn, objects, contentTypes } = json('object-store.json') as unknown as {
    cdn: Record<string, unknown>;
    objects: unknown;
    contentTypes: Record<string, string>;
  };
  assert.deepEqual(cdn['redirects'], {
    '/reports/2024/cy/accessibility': '/reports/2024/cy/accessibility/',
    '/reports/2024/cy': '/reports/2024/cy/',
  });
  assert.deepEqual(cdn['notFound'], { page: '/reports/2024/404.html', status: 404 });
  assert.deepEqual(
    (objects as { path: string }[]).map(({ path }) => path),
    ['*', 'assets/*', 'sharing.png'],
  );
  assert.deepEqual(
    [contentTypes['*.webmanifest'], contentTypes['*.js'], contentTypes['*.svg']],
    ['application/manifest+json', 'text/javascript; charset=utf-8', 'image/svg+xml'],
  );
});

test('formats of the report need no rule each, so that Cloudflare Pages takes them all', () => {
  const rulesFor = (more: string[]) =>
    textOf('_headers', { ...siteUnder('/'), files: [...files, ...more] }).split(/^\//m).length;
  assert.equal(rulesFor(Array.from({ length: 200 }, (_, index) => `files/report-${index}.pdf`)), rulesFor([]));
});

test('every format has its type in every host’s own words', () => {
  const types = {
    epub: 'application/epub+zip',
    brf: 'application/x-brf',
    pef: 'application/x-pef+xml',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    md: 'text/markdown; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    pdf: 'application/pdf',
    json: 'application/json',
    csv: 'text/csv; charset=utf-8',
  };
  for (const [ending, type] of Object.entries(types)) assert.equal(contentTypeOf(`report.${ending}`), type);
  for (const ending of ['brf', 'epub', 'pef', 'md'] as const)
    for (const file of ['nginx.conf', '.htaccess', 'object-store.json'])
      assert.ok(textOf(file, siteUnder('/')).includes(types[ending].split(';')[0]!), `${file}: ${ending}`);
});

test('Azure takes no more than 20 KB', () =>
  assert.ok(textOf('staticwebapp.config.json', siteUnder('/')).length < 20_000));

test('every host of the folder is in the list, each with a file of its own', async () => {
  const folder = resolve(import.meta.dirname, '../../src/build/hosting');
  const found: unknown[] = [];
  for (const file of readdirSync(folder))
    found.push(
      ...Object.values((await import(`../../src/build/hosting/${basename(file, '.ts')}.ts`)) as object).filter(
        each => each instanceof Object && 'write' in each,
      ),
    );
  assert.deepEqual(new Set(hosts), new Set(found));
  assert.equal(new Set(hosts.map(({ file }) => file)).size, hosts.length);
});

test('what is not published goes beside the published folder, wherever that is', () => {
  assert.deepEqual(['/a/dist', '/b/other'].map(hostingFolder), ['/a/dist-hosting', '/b/other-hosting']);
});

test('a file that no host would know stops the build, and so does a page without a policy', () => {
  assert.throws(() => contentTypeOf('story.xyz'), /No host would know what story\.xyz is/);
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  try {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    assert.throws(() => factsOf(folder), /index\.html carries no content security policy/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the policy for all pages', () => {
  test('holds the hashes of each, and keeps everybody from putting the reader in a frame', () => {
    const [one, two] = [policyFor('a', 'b'), policyFor('c', 'b')];
    const hashes = (policy: string) => policy.match(/'sha256-[^']+'/g)!;
    assert.deepEqual(new Set(hashes(policyForAll([one, two]))), new Set([...hashes(one), ...hashes(two)]));
    assert.equal(policyForAll([one]), `${one}; frame-ancestors 'none'`);
  });

  test('allows what any of them allows, also by being silent', () => {
    assert.equal(
      policyForAll([
        "default-src 'none'; img-src data:; base-uri 'none'; connect-src 'self'",
        "default-src 'none'; img-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'",
      ]),
      "default-src 'none'; img-src data: 'self'; base-uri 'none'; connect-src 'self'; " +
        "font-src 'none'; frame-ancestors 'none'",
    );
    assert.equal(
      policyForAll(["default-src 'self'; img-src data:", "default-src 'none'; img-src data:; style-src 'none'"]),
      "default-src 'self'; img-src data:; style-src 'self'; frame-ancestors 'none'",
    );
  });

  test('is not made from nothing, nor from a policy that does not begin with default-src', () => {
    assert.throws(() => policyForAll([]), /Found no policy/);
    assert.throws(() => policyForAll(["img-src 'self'"]), /Found the policy "img-src 'self'"/);
  });
});
