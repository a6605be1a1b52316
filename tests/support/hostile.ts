/** What somebody hostile could put in the reader's way: words that try to run, and every way by which words come in. */

/** Words that must never be more than words. */
interface Payload {
  name: string;
  text: string;
}

/** A payload in one way in: `text` is what is put there. */
export interface Input {
  way: Way;
  payload: string;
  text: string;
}

/** A row of numbers between 0 and 1 that is the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)]!;

/** What every payload that can run does: each of these is watched. */
const run = 'window.__ran=1;alert(1)';
const loud = encodeURIComponent(run);

/** @param trap the origin of a server that nothing of ours ever asks */
export const payloads = (trap: string): readonly Payload[] =>
  Object.entries({
    'a script': `<script>${run}</script>`,
    'a script from elsewhere': `<script src="${trap}/a.js"></script>`,
    'a picture that fails': `<img src=x onerror="${run}">`,
    'a picture from elsewhere': `<img src="${trap}/pixel.png">`,
    'a drawing that loads': `<svg onload="${run}"></svg>`,
    'a drawing with a script': `<svg><script>${run}</script></svg>`,
    'a frame': `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    'a frame from elsewhere': `<iframe src="${trap}/frame"></iframe>`,
    'an opening list': `<details open ontoggle="${run}">`,
    'a field that takes the focus': `<input autofocus onfocus="${run}">`,
    'a style sheet': `<link rel=stylesheet href="${trap}/a.css">`,
    'a style that asks elsewhere': `<style>*{background:url(${trap}/b.png)}</style>`,
    'another base': `<base href="${trap}/">`,
    'another page at once': `<meta http-equiv=refresh content="0;url=${trap}/">`,
    'a form': `<form action="${trap}/"><button autofocus>Go on</button></form>`,
    'an object': `<object data="${trap}/o"></object><embed src="${trap}/e">`,
    'a link that runs': `<a href="javascript:${run}">here</a>`,
    'the end of a style': `</style><script>${run}</script>`,
    'the end of a title': `</title><script>${run}</script>`,
    'the end of a script': `</script><script>${run}</script>`,
    'the end of a paragraph': `</p></main><h1 onclick="${run}">Not ours</h1>`,
    'the beginning of a comment': '<!-- and then nothing',
    'the end of a comment': `--><img src=x onerror="${run}">`,
    'the end of a raw part': `]]><script>${run}</script>`,
    'the end of an attribute': `"><img src=x onerror="${run}">`,
    'an attribute': `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
    'an attribute in single quotes': `' onfocus='${run}' autofocus tabindex='0`,
    'an attribute without quotes': `x onfocus=${run} autofocus tabindex=0 id=main lang=cy`,
    'a template': `{{constructor.constructor('${run}')()}}`,
    'a place in a sentence': '{{name}} {{count}} {{- list}} {{value, number}}',
    'a sentence in a sentence': '$t(settings.reset) $t(looks.use, {"name": "$t(bar.skip)"})',
    'a template string': `\${${run}}`,
    'marks of a renderer': '<!--lit-part--><?lit$1$><!--/lit-part--> lit$0$ <?>',
    'entities': '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#60;b&#62; &#x3c;i&#x3e; &nbsp;',
    'markup in per cent': encodeURIComponent(`<script>${run}</script>`),
    'markup in per cent, twice': encodeURIComponent(encodeURIComponent(`<img src=x onerror="${run}">`)),
    'half of a per cent': '%',
    'broken per cent': '%E0%A4%A %zz %u003cscript%u003e %00',
    'an address that runs': `javascript:${run}`,
    'an address that runs, in capitals': `JaVaScRiPt:${loud}`,
    'an address that runs, broken up': ` java\tscr\nipt:${run}`,
    'a page in an address': `data:text/html,<script>parent.${run}</script>`,
    'a script in an address': `data:text/javascript,${loud}`,
    'an old script in an address': 'vbscript:msgbox(1)',
    'an address elsewhere': `${trap}/elsewhere`,
    'an address without a scheme': `//${new URL(trap).host}/elsewhere`,
    'a way out of the folder': '../../../../../../etc/passwd',
    'a header': `x\r\nLocation: ${trap}/\r\n\r\n<script>${run}</script>`,
    'a value of a style': `url(${trap}/c.png)`,
    'the end of a rule': `red;}*{background:url(${trap}/d.png)}`,
    'an import': `@import '${trap}/e.css';`,
    'letters turned round': '\u202egnp.exe\u202d \u2066left\u2067 right',
    'control characters': '\u0000\u0001\u0007\b\u001b[31m\u007f\u0085\u2028\u2029',
    'letters that are not seen': 'a\u200b\u200c\u200d\u2060\ufeff\u00adb',
    'half a letter': '\ud800 x \udc00',
    'marks upon marks': `Z${'\u0335\u0337\u0362'.repeat(300)}`,
    'nothing': '',
    'spaces': '   \t\n ',
    'null': 'null',
    'true': 'true',
    'a number': '42',
    'less than nothing': '-1',
    'a huge number': '9'.repeat(400),
    'more than any number': '1e309',
    'no number': 'NaN',
    'an empty list': '[]',
    'an empty object': '{}',
    'a list in a list, very deep': '['.repeat(50_000),
    'a list in a list, very deep, and its end': '['.repeat(20_000) + ']'.repeat(20_000),
    'half an object': '{"size":',
    'the name of every object’s parent': '__proto__',
    'the name of every object’s maker': 'constructor',
    'a parent for every object':
      '{"__proto__":{"size":"400","on":false,"theme":"dark"},"constructor":{"prototype":{"size":"400"}}}',
    'values that are no words':
      '{"size":{"toString":1,"valueOf":1},"theme":["dark"],"ours":"1","guide":{},"tracking":1e999,' +
      '"link":null,"x":[[[]]]}',
    'names that nobody knows': '{"ours":"1","interface":"cy","in":"cy","option":"dark","setting":"size","lang":"cy"}',
    'a place that is none': '{"id":"foreword","index":1,"begins":"","letter":-3,"top":1e308}',
    'a place that is everywhere': '{"id":"__proto__","index":1e308,"begins":"The","letter":1e308,"top":-1e308}',
    'a place in half': '{"id":"foreword","index":0.5,"begins":"x","letter":0.5,"top":0.5}',
    'a text that was never read':
      `[{"id":"javascript:${run}","text":"<img src=x onerror=${run}>"},` + '{"id":"\\"><script>","text":"\\u202e"}]',
    'a text of another kind': '[{"id":1,"text":{}},null,[],"x"]',
    '100 kB of one letter': 'A'.repeat(100_000),
    '100 kB of markup': `<b onclick="${run}">`.repeat(3200),
    '100 kB of settings': 'size=200&'.repeat(11_000),
  } as const).map(([name, text]) => ({ name, text }));

/** How a payload is put: as it is, or inside something that is taken in. */
type Shape = (text: string) => string;
const asItIs: Shape = text => text;
const json =
  (shape: (text: string) => unknown): Shape =>
  text =>
    JSON.stringify(shape(text));
/** A value in the place of a JSON value, if it is one that can be written again. */
const parsed = (text: string): unknown => {
  try {
    if (text.length > 10_000) return text;
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const choices: readonly Shape[] = [
  asItIs,
  json(text => text),
  json(text => ({ size: text })),
  json(text => ({ theme: parsed(text) })),
  json(text => ({ ink: text, guide: text, tracking: parsed(text) })),
  json(text => ({ [text]: '200', size: '150' })),
  json(text => ({ size: '150', typeface: text, ['__proto__']: parsed(text) })),
  json(text => [text]),
];
const looks: readonly Shape[] = [
  asItIs,
  json(text => [{ name: text, choices: { theme: 'dark' } }]),
  json(text => [{ name: text, choices: parsed(text) }, parsed(text)]),
  json(text => ({ name: text })),
  json(text =>
    Array.from({ length: 200 }, (_, index) => ({
      name: `${index} ${text.slice(0, 400)}`,
      choices: { size: '150', [text.slice(0, 400)]: text.slice(0, 400) },
    })),
  ),
];
const file =
  (shape: (text: string) => unknown): Shape =>
  text =>
    JSON.stringify({ kind: 'reader-settings', version: 1, ...(shape(text) as object) });

/**
 * Every way in, with the shapes that a payload takes there. Those from `fragment` to `name` come with one visit; the
 * rest reaches a page that is open.
 */
export const ways = {
  fragment: [
    asItIs,
    text => `settings:${text}`,
    text => `settings:size=${encodeURIComponent(wellFormed(text))}`,
    text => `settings:theme=${text}&size=200`,
    text => `settings:${text}=200&__proto__=400&constructor=1`,
    text => `settings:size=200&size=${text}&theme=%64ark&ink=%23${text}`,
    text => `:~:text=${text}`,
  ],
  query: [
    asItIs,
    text => `q=${encodeURIComponent(wellFormed(text))}`,
    text => `${encodeURIComponent(wellFormed(text))}=1`,
    text => `settings:size=${text}#x`,
    text => `__proto__[size]=${text}`,
  ],
  referrer: [text => `from=${text}`],
  name: [asItIs],
  state: [asItIs],
  'reader-settings': choices,
  'reader-looks': looks,
  'reader-shortcuts': [
    asItIs,
    json(text => ({ on: parsed(text), letters: text, keys: text })),
    json(text => ({ on: true, keys: { larger: text, smaller: parsed(text), [text]: 'Alt+Shift+KeyG' } })),
    json(text => ({ on: true, letters: true, keys: { larger: 'KeyA', smaller: 'KeyA', next: text } })),
  ],
  'reader-copy': [asItIs],
  'reader-install': [asItIs],
  'another key': [asItIs],
  'reader-place': [
    asItIs,
    json(text => ({ id: text, index: 0, begins: text, letter: 0, top: 0 })),
    json(text => ({ id: 'foreword', index: parsed(text), begins: '', letter: parsed(text), top: parsed(text) })),
  ],
  'reader-last-read': [
    asItIs,
    json(text => [{ id: text, text }]),
    json(text => [
      { id: parsed(text), text: parsed(text) },
      { id: 'foreword', text },
    ]),
    json(text => ({ length: 1, 0: text })),
    json(text =>
      Array.from({ length: 60_000 }, (_, index) => ({ id: 'foreword', text: `${index} ${text.slice(0, 20)}` })),
    ),
  ],
  'a fragment, later': [asItIs, text => `settings:size=${text}`, text => `settings:${text}`],
  'settings, later': choices,
  'looks, later': looks,
  'keys, later': [asItIs, json(text => ({ on: parsed(text), keys: { larger: text } }))],
  'a message to the page': [
    asItIs,
    json(text => ({ type: text, payload: parsed(text) })),
    json(text => ({ type: 'check', meta: 'workbox-window', payload: text })),
  ],
  'a message to the worker': [
    asItIs,
    json(text => ({ type: text })),
    json(text => ({ type: 'SKIP_WAITING', payload: text })),
    json(text => ({ type: ['check'], ports: text })),
    json(text => ({ type: 'CACHE_URLS', payload: { urlsToCache: [text, `${text}.woff2`] } })),
  ],
  'a file': [
    asItIs,
    file(text => ({ choices: text })),
    file(text => ({ choices: { size: text, theme: parsed(text) } })),
    file(text => ({ looks: [{ name: text, choices: parsed(text) }, parsed(text)] })),
    file(text => ({ choices: parsed(text), looks: { length: 9, 0: text } })),
    text => JSON.stringify({ kind: text, choices: { size: '200' } }),
  ],
  'the name of a file': [asItIs],
} satisfies Record<string, readonly Shape[]>;
export type Way = keyof typeof ways;

/** Where addresses are made, half letters cannot be had. */
export const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** What is an object or a list already is put as it is where such are read. */
const shapeFor = (way: Way, text: string, random: () => number): Shape =>
  /^[{[]/.test(text) && /^reader-|, later$/.test(way) ? asItIs : pick<Shape>(ways[way], random);

/**
 * @returns every payload in each of the given ways, in a shape that the seed picks, in rounds: a round has one input
 * for each way
 */
export function rounds(seed: number, trap: string, through: readonly Way[]): Input[][] {
  const random = numbersFrom(seed),
    all = payloads(trap);
  // Each way goes through the payloads from another one on, so that they meet in other company each time.
  const from = through.map(() => Math.floor(random() * all.length));
  return all.map((_, round) =>
    through.map((way, index) => {
      const { name, text } = all[(round + from[index]!) % all.length]!;
      return { way, payload: name, text: shapeFor(way, text, random)(text) };
    }),
  );
}

/** @returns an input as a failure names it */
export const named = ({ way, payload, text }: Input): string =>
  `${way} ← ${payload}: ${JSON.stringify(text.slice(0, 120))}`;
