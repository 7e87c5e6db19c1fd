/** The longest part of a word that is compared, in characters. */
const longestWord = 64;
/** Letters that Unicode does not decompose, as people type them without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ' },
};
const specialLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
/** Accents of Latin, Greek and Cyrillic letters, and the vowel signs that Hebrew and Arabic are often written without. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]+/g;
const runs = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/**
 * The words of a text, as both backends index and search them: without case and diacritics, split at everything that is
 * neither a letter nor a digit. Text of a script without spaces (Chinese, Japanese, Thai …) becomes single characters and
 * pairs, so that any part of it is found.
 */
export const wordsOf = (text: string): string[] => fragmentsOf(text).flatMap(indexed);

/** One word of a query. */
export interface SoughtWord {
  word: string;
  /** Whether words that only begin like this are found, too. */
  isPrefix: boolean;
}

/** The words that a query seeks; a star behind a word finds all words that begin like it. */
export function soughtWords(query: string): SoughtWord[] {
  const sought = new Map<string, SoughtWord>();
  for (const part of query.split(/\s+/)) {
    const fragments = fragmentsOf(part);
    for (const [index, fragment] of fragments.entries()) {
      const isLast = index === fragments.length - 1;
      for (const each of soughtIn(fragment, isLast && part.endsWith('*')))
        sought.set(`${each.word}${each.isPrefix ? '*' : ''}`, each);
    }
  }
  return [...sought.values()].slice(0, mostWords);
}

/** Words of a query that count. */
const mostWords = 20;

interface Fragment {
  text: string;
  isUnspaced: boolean;
}

function soughtIn({ text, isUnspaced }: Fragment, isPrefix: boolean): SoughtWord[] {
  if (!isUnspaced) return [{ word: text, isPrefix }];
  const pairs = pairsOf([...text]);
  return (pairs.length > 0 ? pairs : [text]).map((word) => ({ word, isPrefix: false }));
}

function indexed({ text, isUnspaced }: Fragment): string[] {
  if (!isUnspaced) return [text];
  const characters = [...text];
  return [...characters, ...pairsOf(characters)];
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);

/** Runs of letters and digits, split where the kind of script changes. */
function fragmentsOf(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  for (const [run] of plain(text).matchAll(runs)) {
    let from = 0;
    for (const match of run.matchAll(unspaced)) {
      if (match.index > from) fragments.push(spaced(run.slice(from, match.index)));
      fragments.push({ text: match[0], isUnspaced: true });
      from = match.index + match[0].length;
    }
    if (from < run.length) fragments.push(spaced(run.slice(from)));
  }
  return fragments;
}

const spaced = (text: string): Fragment => ({
  text: text.length <= longestWord ? text : [...text].slice(0, longestWord).join(''),
  isUnspaced: false,
});

/** Lower case again: compatibility forms may be capitals. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(specialLetters, (letter) => plainLetters[letter]!);
