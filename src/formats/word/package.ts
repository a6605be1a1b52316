/** Makes a Word document the same each time: the library gives it the time of day and ids of chance. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** @returns text in which every match has a number instead, counted in the order in which it is first met */
function renumbered(
  text: string,
  pattern: RegExp,
  shown: (number: number) => string,
  seen = new Map<string, string>(),
): string {
  return text.replace(pattern, (_, before: string, id: string, after: string) => {
    if (!seen.has(id)) seen.set(id, shown(seen.size + 1));
    return before + seen.get(id)! + after;
  });
}

const relations = 'word/_rels/document.xml.rels',
  main = 'word/document.xml',
  core = 'docProps/core.xml';

/**
 * @param made a .docx as the library gives it
 * @param day the only date in it, as YYYY-MM-DD
 * @param lang the language of its words (BCP 47), which the library has no place for
 * @returns the same document, always the same bytes
 */
export function settled(made: Uint8Array, day: string, lang: string): Uint8Array {
  const files = unzipSync(made),
    texts = new Map(
      Object.keys(files)
        .filter(name => /\.(xml|rels)$/.test(name))
        .map(name => [name, strFromU8(files[name]!)]),
    );
  const change = (name: string, how: (text: string) => string) => texts.set(name, how(texts.get(name)!));
  const links = new Map<string, string>();
  change(main, text => {
    const linked = renumbered(text, /(r:(?:id|embed)=")([^"]+)(")/g, number => `rId${number}`, links);
    const drawn = renumbered(linked, /(<wp:docPr id=")([^"]+)(")/g, String);
    return renumbered(drawn, /(<w:bookmark(?:Start|End)[^>]* ?w:id=")([^"]+)(")/g, String);
  });
  // What the text names first has the first numbers; what only the package names comes after it.
  change(relations, text => {
    const [head, ...rows] = text.replace('</Relationships>', '').split(/(?=<Relationship )/);
    return `${head}${rows
      .map(row => renumbered(row, /( Id=")([^"]+)(")/g, number => `rId${number}`, links))
      .sort((one, two) => one.localeCompare(two, 'en'))
      .join('')}</Relationships>`;
  });
  change(core, text =>
    text
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      .replace('</cp:coreProperties>', `<dc:language>${lang}</dc:language></cp:coreProperties>`),
  );
  const [year, month, date] = day.split('-').map(Number),
    mtime = new Date(year!, month! - 1, date);
  // Word looks at the first file to see what it has.
  const names = Object.keys(files).sort(
    (one, two) => Number(two === '[Content_Types].xml') - Number(one === '[Content_Types].xml') || (one < two ? -1 : 1),
  );
  return zipSync(
    Object.fromEntries(
      names.map(name => [name, [texts.has(name) ? strToU8(texts.get(name)!) : files[name]!, { mtime, level: 9 }]]),
    ),
  );
}
