/** What a run of the tests is asked for, by the words after `npm test --`. */

/**
 * `names` of files or rings; `title`, words of one; `engine`, the start of its name; `isSweep`, with the wide sweeps;
 * `slowest`, how many of the slowest tests to name in the end.
 */
export interface Asked {
  names: string[];
  title?: string;
  engine?: string;
  isSweep: boolean;
  slowest?: number;
}

const usage = `npm test -- [NAME ...] [--only "words of a title"] [--engine chromium|firefox|webkit]
  [--all] [--slowest 20]
NAME is a file (find, tests/unit/find.test.ts) or a ring (unit, browser, formats, looks, built, engines).`;

/**
 * @param words as they stand after the command
 * @returns what is asked for
 * @throws Error that says how to ask, when a word is not known or lacks its value
 */
export function askedFor(words: readonly string[]): Asked {
  const asked: Asked = { names: [], isSweep: false };
  const rest = words.values();
  for (const word of rest) {
    if (word === '--all') asked.isSweep = true;
    else if (word === '--only' || word === '--engine' || word === '--slowest') {
      const value = rest.next().value;
      if (!value) throw new Error(`${word} wants a value after it.\n${usage}`);
      if (word === '--slowest' && !/^[1-9]\d*$/.test(value))
        throw new Error(`--slowest wants a number after it, not ${value}.\n${usage}`);
      if (word === '--slowest') asked.slowest = Number(value);
      else asked[word === '--only' ? 'title' : 'engine'] = value;
    } else if (word.startsWith('-')) throw new Error(`There is no option ${word}.\n${usage}`);
    else asked.names.push(word);
  }
  return asked;
}

/** @returns whether a file is asked for: by its ring, its name or its path */
export const isAskedFor = (file: string, names: readonly string[]): boolean => {
  const [, ring = '', name = ''] = /tests\/(\w+)\/(.+)\.test\.ts$/.exec(file) ?? [];
  return (
    !names.length || names.some(asked => [ring, name, `${ring}/${name}`, file].includes(asked.replace(/^\.\//, '')))
  );
};
