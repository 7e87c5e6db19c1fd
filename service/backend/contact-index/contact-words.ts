import { ownTexts, type Searched } from './contact-search.js';
import { wordsOf } from './words.js';

/** The words of a contact, each once in each list. */
export interface ContactWords {
  /** What everybody in the chat saw, the names included. */
  said: string[];
  notes: string[];
  names: string[];
}

/**
 * Characters of different words that each list keeps at most: ten thousand words, which is more than any chat has. Without
 * a limit, a program that sends random words would fill the index; PostgreSQL's `tsvector` takes a megabyte.
 */
const charactersAtMost = 80_000;

/** The words of what an index learned of a contact, together with those that it has already. */
export function contactWords(contact: Searched, known?: ContactWords): ContactWords {
  const { said, notes, names, summary } = contact;
  return {
    said: added(known?.said, [...names, ...ownTexts(summary), ...said]),
    notes: added(known?.notes, notes),
    names: added(known?.names, [...names, summary.customerName]),
  };
}

function added(known: readonly string[] = [], texts: readonly string[]): string[] {
  const words = new Set(known);
  let characters = known.reduce((sum, word) => sum + word.length, 0);
  for (const text of texts)
    for (const word of wordsOf(text)) {
      if (words.has(word)) continue;
      characters += word.length;
      if (characters > charactersAtMost) return [...words];
      words.add(word);
    }
  return [...words];
}
