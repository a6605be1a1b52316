/**
 * The words of the report and their forms, ready to be found: MiniSearch’s radix tree, filled in the browser from the
 * text that stands in the page.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { englishStem } from './english-forms.js';
import { sentencesOf, type Span } from './sentences.js';
import { welshForms, welshStem } from './welsh-forms.js';
import { fold, wordsIn, type Word } from './words.js';

type Language = 'en' | 'cy';
const languages = ['en', 'cy'] as const;

/** A passage: its text, and the language of that text. */
export interface Passage {
  text: string;
  language: Language;
}
/** A word of a passage, and how it is found. */
interface Known extends Word {
  folded: string;
}
/** Where a word stands: its passage, and its number in it. */
type Spot = readonly [passage: number, at: number];

/** How a reader's word was understood. */
type Reading = 'whole' | 'beginning' | 'similar' | 'unknown';
/** What a reader's word stands for in the texts of each language, folded. */
export interface Meant {
  written: string;
  reading: Reading;
  words: Record<Language, ReadonlySet<string>>;
}

/** From so many letters on, a word may be written one letter wrong. */
const fuzzyFrom = 4;

/** The words of all texts in one language. */
class Vocabulary {
  readonly spots = new SearchableMap<Spot[]>();
  readonly #language: Language;
  /** The words that share a stem. */
  readonly #families = new Map<string, Set<string>>();

  constructor(language: Language) {
    this.#language = language;
  }

  #stem(word: string): string {
    return this.#language === 'en' ? englishStem(word) : welshStem(word);
  }

  add(word: string, spot: Spot): void {
    const before = this.spots.get(word);
    if (before) return void before.push(spot);
    this.spots.set(word, [spot]);
    const stem = this.#stem(word),
      family = this.#families.get(stem);
    if (family) family.add(word);
    else this.#families.set(stem, new Set([word]));
  }

  /** @returns the word in all forms that the texts have */
  forms(word: string): string[] {
    const all = this.#language === 'en' ? [word] : welshForms(word);
    return all.flatMap(form => [
      ...(this.spots.has(form) ? [form] : []),
      ...(this.#families.get(this.#stem(form)) ?? []),
    ]);
  }

  beginningWith(word: string): string[] {
    return [...this.spots.atPrefix(word).keys()];
  }

  /** @returns the words that differ in at most so many letters, the nearest first */
  near(word: string, letters: number): string[] {
    return [...this.spots.fuzzyGet(word, letters)]
      .sort(([, [, one]], [, [, other]]) => one - other)
      .map(([near]) => near);
  }
}

export class WordIndex {
  readonly passages: readonly Passage[];
  readonly words: Known[][] = [];
  /** The sentences of each passage. */
  readonly sentences: Span[][] = [];
  readonly #vocabulary = { en: new Vocabulary('en'), cy: new Vocabulary('cy') };
  /** A word as it is written where it first stands. */
  readonly #written = new Map<string, string>();

  private constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  /**
   * @param pause is waited for after every few passages, so that nothing else waits long
   * @returns the index of these passages, in their order
   */
  static async of(passages: readonly Passage[], pause: () => Promise<unknown>): Promise<WordIndex> {
    const index = new WordIndex(passages);
    for (const [id, passage] of passages.entries()) {
      index.#add(id, passage);
      if (id % 8 === 7) await pause();
    }
    return index;
  }

  #add(id: number, { text, language }: Passage): void {
    this.sentences[id] = sentencesOf(text);
    this.words[id] = wordsIn(text).map((word, at) => {
      const folded = fold(word.written, language);
      this.#vocabulary[language].add(folded, [id, at]);
      if (!this.#written.has(folded)) this.#written.set(folded, word.written);
      return { ...word, folded };
    });
  }

  /**
   * @returns what a word means: itself in any form; where the texts have no such word, what begins so; where nothing
   * does, what is written almost so
   */
  meant(written: string): Meant {
    const { length } = fold(written);
    const ways: [Reading, (vocabulary: Vocabulary, word: string) => string[]][] = [
      ['whole', (vocabulary, word) => vocabulary.forms(word)],
      ['beginning', (vocabulary, word) => (length > 1 ? vocabulary.beginningWith(word) : [])],
      ['similar', (vocabulary, word) => (length >= fuzzyFrom ? vocabulary.near(word, 1) : [])],
    ];
    for (const [reading, look] of ways) {
      const [en, cy] = languages.map(language => new Set(look(this.#vocabulary[language], fold(written, language))));
      if (en!.size + cy!.size) return { written, reading, words: { en: en!, cy: cy! } };
    }
    return { written, reading: 'unknown', words: { en: new Set(), cy: new Set() } };
  }

  /** @returns where any of the words that are meant stands */
  spotsOf({ words }: Meant): Spot[] {
    return languages.flatMap(language =>
      [...words[language]].flatMap(word => this.#vocabulary[language].spots.get(word) ?? []),
    );
  }

  /** @returns words as they are written in the texts @param most how many */
  asWritten(words: readonly string[], most: number): string[] {
    return words.slice(0, most).map(word => this.#written.get(word) ?? word);
  }

  /** @returns the words of the texts that come nearest to one that they do not have, the nearest first */
  nearest(written: string, most: number): string[] {
    const { length } = fold(written);
    if (length < fuzzyFrom) return [];
    return this.asWritten(
      languages.flatMap(language => this.#vocabulary[language].near(fold(written, language), length > 7 ? 3 : 2)),
      most,
    );
  }
}
