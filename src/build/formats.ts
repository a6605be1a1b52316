/**
 * Makes the report in every format and both languages, adds the files to the site, and tells the page of all formats
 * what there is.
 */
import { extname } from 'node:path';
import type { Logger, Plugin, ResolvedConfig } from 'vite';
import type { Format } from '../formats/format.js';
import { languages, type Language } from '../model/words/translate.js';
import { contentTypeOf, mediaTypes } from './hosting/content-types.js';
import type { MadeFile } from './later-styles.js';
import { hashOf, type Made, type Offer, type Offered } from './make-formats.js';
import type * as Registry from './format-registry.js';

/** After so many milliseconds a build says what it is doing: somebody may be waiting. */
const patience = 3000;

/** The plugin that loads formats, as it loads pages. */
interface LoadingPlugin {
  api?: { registry(): Promise<typeof Registry> };
}
/** What another plugin makes and is offered beside the formats; `format` is the beginning of its words. */
interface MakingPlugin {
  api?: { made(): Promise<MadeFile>; format: string };
}

/** @returns what `work` gives; a build that takes long tells what it is at, and how many seconds it took */
async function told<Result>(
  logger: Logger,
  started: number,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = performance.now(),
    waiting = setTimeout(() => logger.info(`formats: ${what} …`), patience);
  try {
    return await work();
  } finally {
    clearTimeout(waiting);
    const now = performance.now();
    if (now - started > patience) logger.info(`formats: ${what}, ${((now - begun) / 1000).toFixed(1)} s`);
  }
}

/**
 * @returns the plugin. A format whose tool this machine lacks is left out, and the page of all formats says so;
 * READER_REQUIRE=all, or a list of names, makes that a fault. READER_WITHOUT=braille,pdf leaves formats out on purpose.
 */
export function formats(): Plugin {
  let config: ResolvedConfig, registry: () => Promise<typeof Registry>;
  const files = new Map<string, Promise<Made[]>>();
  let choice: ReturnType<typeof Registry.chosen> | undefined;

  const filesOf = ({ editionOf, make }: typeof Registry, format: Format, language: Language, started: number) => {
    const what = `${format.name} (${language})`;
    if (!files.has(what))
      files.set(
        what,
        told(config.logger, started, what, () => make(format, editionOf(language))),
      );
    return files.get(what)!;
  };
  const wanted = async () => {
    const all = await registry();
    // Once a build: each format that needs a tool tries it.
    choice ??= all.chosen(all.formats, process.env['READER_WITHOUT'], process.env['READER_REQUIRE']);
    const jobs = choice.make.flatMap(format => format.languages.map(language => [format, language] as const));
    return { all, ...choice, jobs };
  };
  let making: Promise<Made[]> | undefined;
  const makeAll = async () => {
    const { all, left, missing, jobs } = await wanted(),
      started = performance.now(),
      made: Made[] = [];
    if (left.length) config.logger.warn(`formats: left out, because READER_WITHOUT names them: ${left.join(', ')}`);
    for (const { format, reason } of missing) {
      config.logger.warn(
        `formats: ${format} is left out, and the page of all formats says so, because ${reason}. ` +
          'READER_REQUIRE=all makes this a fault.',
      );
    }
    // One after the other, so that what is told, and what fails, is the same each time.
    for (const [format, language] of jobs) made.push(...(await filesOf(all, format, language, started)));
    return made;
  };
  const made = () => (making ??= makeAll());

  /** What other plugins make: one file for both languages, told in each. */
  const besides = async (): Promise<Offered[]> => {
    const { editionOf } = await registry();
    const others = config.plugins
      .map(plugin => (plugin as MakingPlugin).api)
      .filter(api => api && 'made' in api && 'format' in api) as NonNullable<MakingPlugin['api']>[];
    const lists = others.map(async ({ format, made }) => {
      const { fileName: address, source } = await made();
      return languages.map(language => {
        const { t } = editionOf(language),
          words = (key: string) => t(`${format}.${key}` as Parameters<typeof t>[0]);
        return {
          format,
          name: words('name'),
          about: words('about'),
          address,
          bytes: Buffer.byteLength(source),
          hash: hashOf(source),
          language,
          type: contentTypeOf(address),
        };
      });
    });
    return (await Promise.all(lists)).flat();
  };
  const list = async (): Promise<Offered[]> => [...(await made()).map(({ offered }) => offered), ...(await besides())];
  const offer = async (): Promise<Offer> => ({
    offered: await list(),
    missing: (await wanted()).missing.map(({ format }) => format),
  });

  /**
   * @returns the file at an address, made when somebody asks for it: first the formats whose type it has, because
   * others take long
   */
  const fileAt = async (address: string): Promise<Made | undefined> => {
    const { all, jobs } = await wanted(),
      fits = ({ type }: Format) => Number(type === mediaTypes[extname(address)]);
    for (const [format, language] of jobs.toSorted(([one], [two]) => fits(two) - fits(one))) {
      const found = (await filesOf(all, format, language, performance.now())).find(
        ({ offered }) => offered.address === address,
      );
      if (found) return found;
    }
    return undefined;
  };

  return {
    name: 'reader-formats',
    api: { offer },
    configResolved(resolved) {
      config = resolved;
      ({ registry } = (resolved.plugins.find(({ name }) => name === 'reader') as LoadingPlugin).api!);
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const address = /^\/(files\/[\w.-]+)$/.exec(request.url ?? '')?.[1];
        if (!address || !(extname(address) in mediaTypes)) return next();
        fileAt(address).then(found => {
          if (!found) return next();
          response.setHeader('content-type', found.offered.type);
          response.end(found.source);
        }, next);
      });
    },
    handleHotUpdate() {
      files.clear();
      making = choice = undefined;
    },
    async generateBundle() {
      for (const {
        offered: { address: fileName },
        source,
      } of await made())
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
