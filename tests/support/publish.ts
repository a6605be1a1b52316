/** A built site in a folder of its own, in which newer versions can be published, whole or half. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from './site.js';

export interface PublishedCopy {
  folder: string;
  /** @returns the text of a file */
  read(file: string): string;
  /** Changes one file and nothing else, as a half upload does. */
  change(file: string, how: (text: string) => string): void;
  /** Publishes a version in which the foreword has another heading, with the worker that a build of it would have. */
  publish(heading: string, more?: (page: string) => string): void;
  /** Puts every file back to what was built. */
  restore(): void;
  close(): void;
}

/** @returns a copy of the built site that can be changed; the caller closes it */
export function publishedCopy(): PublishedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  const restore = () => cpSync(builtFolder, folder, { recursive: true });
  restore();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const change = (file: string, how: (text: string) => string) => writeFileSync(join(folder, file), how(read(file)));
  return {
    folder,
    read,
    change,
    restore,
    publish(heading, more = page => page) {
      change('index.html', page =>
        more(page.replace(/(<section id=foreword[^>]*><div class=head><h2>)[^<]*/, `$1${heading}`)),
      );
      const hash = createHash('sha256').update(read('index.html'));
      const revision = createHash('md5').update(read('index.html')).digest('hex');
      change('sw.js', text =>
        text.replace(
          /\{"integrity":"[^"]*","revision":"[^"]*","url":"\.\/"\}/,
          JSON.stringify({ integrity: `sha256-${hash.digest('base64')}`, revision, url: './' }),
        ),
      );
    },
    close() {
      rmSync(folder, { recursive: true });
    },
  };
}
