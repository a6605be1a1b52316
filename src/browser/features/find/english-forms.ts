/**
 * The forms of English words, so that “search” finds “searches” and “searched”: Porter’s steps 1 and 5 (Program 14,
 * 1980) and the irregular forms that the report has. The kept stemmers go further and take an officer for an office,
 * which a report on the police cannot have.
 */

const irregular: Record<string, string> = {
  agreed: 'agree',
  began: 'begin',
  brought: 'bring',
  came: 'come',
  children: 'child',
  dealt: 'deal',
  drawn: 'draw',
  driven: 'drive',
  dying: 'die',
  felt: 'feel',
  found: 'find',
  gave: 'give',
  given: 'give',
  gone: 'go',
  heard: 'hear',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  led: 'lead',
  lost: 'lose',
  made: 'make',
  men: 'man',
  met: 'meet',
  paid: 'pay',
  people: 'person',
  ran: 'run',
  said: 'say',
  saw: 'see',
  seen: 'see',
  sent: 'send',
  shown: 'show',
  spoke: 'speak',
  spoken: 'speak',
  stood: 'stand',
  struck: 'strike',
  taken: 'take',
  thought: 'think',
  told: 'tell',
  took: 'take',
  understood: 'understand',
  went: 'go',
  women: 'woman',
  written: 'write',
  wrote: 'write',
};

/** @returns a word as vowels and consonants: "y" is a vowel after a consonant */
const shapeOf = (word: string): string =>
  [...word].reduce(
    (shape, letter) => shape + (/[aeiou]/.test(letter) || (letter === 'y' && shape.endsWith('c')) ? 'v' : 'c'),
    '',
  );
const hasVowel = (word: string) => shapeOf(word).includes('v');
/** Porter’s m: how many times consonants follow vowels. */
const measure = (word: string) => (shapeOf(word).match(/v+c+/g) ?? []).length;
/** Porter’s *o: ends as "hop" does, and would have an "e" if it were "hope". */
const isShort = (word: string) => /cvc$/.test(shapeOf(word)) && !/[wxy]$/.test(word);

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, 'i').replace(/s$/, '');
}

function withoutPast(word: string): string {
  const stem = word
    .replace(/eed$/, 'eed ')
    .replace(/(?:ed|ing)$/, '')
    .trimEnd();
  if (stem === word || !hasVowel(stem)) return word;
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1);
  return stem.length < 3 || (measure(stem) === 1 && isShort(stem)) ? `${stem}e` : stem;
}

/** What is left where "y", "ie" and "i", a last "e" and a doubled "l" make no difference. */
function withoutSpelling(word: string): string {
  const stem = word.slice(0, -1),
    times = measure(stem);
  if (/ie$/.test(word)) return stem;
  if (/e$/.test(word)) return stem.length > 2 && (times > 1 || (times === 1 && !isShort(stem))) ? stem : word;
  if (/y$/.test(word)) return hasVowel(stem) ? `${stem}i` : word;
  return /ll$/.test(word) && measure(word) > 1 ? stem : word;
}

/** @param word folded @returns what all forms of the word have in common; it need not be a word itself */
export function englishStem(word: string): string {
  const known = irregular[word] ?? word;
  return known.length < 3 || !/^[a-z]+$/.test(known)
    ? known
    : withoutSpelling(withoutPast(known.length > 3 ? withoutPlural(known) : known));
}
