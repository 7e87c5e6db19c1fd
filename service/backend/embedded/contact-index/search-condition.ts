import type { ContactSearch } from '../../contact-index/contact-search.js';
import { soughtFacts } from '../../contact-index/facts.js';
import { soughtWords } from '../../contact-index/words.js';
import { firstRowId } from './row-id.js';

/** A part of a SELECT statement, and its values. */
export interface Condition {
  tables: string;
  where: string;
  values: (bigint | string)[];
}

/** Lists in a column: words and facts have no spaces. */
export const joined = (words: readonly string[]): string => words.join(' ');
export const split = (column: string): string[] => (column === '' ? [] : column.split(' '));

/** The condition of a search, for rows before `before`. */
export function conditionOf(search: ContactSearch, before: bigint | null): Condition {
  const match = matchOf(search);
  const id = match ? 'words.rowid' : 'contacts.id';
  const conditions: string[] = [];
  const values: (bigint | string)[] = [];
  const where = (condition: string, value: bigint | string): void => {
    conditions.push(condition);
    values.push(value);
  };
  if (match) where('words MATCH ?', match);
  const { from, to } = search;
  if (from !== undefined) where(`${id} >= ?`, firstRowId(from));
  const ends = [before, to === undefined ? null : firstRowId(to)].filter((end) => end !== null);
  if (ends.length > 0) where(`${id} < ?`, ends.reduce(smaller));
  return {
    tables: match ? 'words JOIN contacts ON contacts.id = words.rowid' : 'contacts',
    where: conditions.length > 0 ? conditions.join(' AND ') : 'true',
    values,
  };
}

/** FTS5's query; empty if the search has no filter but times. */
function matchOf(search: ContactSearch): string {
  const { text, participant, withNotes } = search;
  const within = withNotes ? '{said notes}' : 'said';
  return [
    ...soughtFacts(search).map((fact) => `facts : "${fact}"`),
    ...(participant === undefined ? [] : wordsWithin('names', participant)),
    ...(text === undefined ? [] : wordsWithin(within, text)),
  ].join(' AND ');
}

/** Words have only letters, digits and marks, so they need no quoting of their own. */
const wordsWithin = (columns: string, query: string): string[] =>
  soughtWords(query).map(({ word, isPrefix }) => `${columns} : "${word}"${isPrefix ? ' *' : ''}`);

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
