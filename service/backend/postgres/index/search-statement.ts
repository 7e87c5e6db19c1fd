import type { ContactSearch } from '../../contact-index/contact-search.js';
import { soughtFacts } from '../../contact-index/facts.js';
import { soughtWords, type SoughtWord } from '../../contact-index/words.js';
import type { Statement } from '../database/statement.js';

/** In one list of words: private notes and names are marked by characters that no word contains. */
export const wordMarks = { said: '', notes: '\ue000', names: '\ue001' } as const;
type List = keyof typeof wordMarks;

/** Finds the page of a search. */
export function searchStatement(search: ContactSearch): { statement: Statement; values: unknown[] } {
  const { where, values } = conditionsOf(search, true);
  const text = `SELECT contact_id AS "contactId", started_at AS "startedAt" FROM connect_chat.contact_index
    ${where} ORDER BY started_at DESC, contact_id DESC LIMIT $${values.length + 1}`;
  // Not prepared: which index is best depends on the values.
  return { statement: { name: '', text }, values: [...values, search.limit] };
}

/** Counts what a search finds, up to a number. */
export function countStatement(
  search: ContactSearch,
  atMost: number,
): { statement: Statement; values: unknown[] } {
  const { where, values } = conditionsOf(search, false);
  const limit = `LIMIT $${values.length + 1}`;
  const text = `SELECT count(*) AS count FROM (SELECT FROM connect_chat.contact_index ${where} ${limit}) AS found`;
  return { statement: { name: '', text }, values: [...values, atMost] };
}

function conditionsOf(search: ContactSearch, isPaged: boolean): { where: string; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (condition: (...places: string[]) => string, ...given: unknown[]): void => {
    conditions.push(condition(...given.map((_, index) => `$${values.length + index + 1}`)));
    values.push(...given);
  };
  const { from, to, after } = search;
  const facts = soughtFacts(search);
  const words = wordQuery(search);
  if (from !== undefined) where((time) => `started_at >= ${time}::double precision`, from);
  if (to !== undefined) where((time) => `started_at < ${time}::double precision`, to);
  if (facts.length > 0) where((place) => `facts @> ${place}::text[]`, facts);
  if (words !== '') where((place) => `words @@ ${place}::text::tsquery`, words);
  if (isPaged && after)
    where(
      (time, id) => `(started_at, contact_id) < (${time}::bigint, ${id}::text COLLATE "C")`,
      ...[after.startedAt, after.contactId],
    );
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values };
}

function wordQuery({ text, participant, withNotes }: ContactSearch): string {
  const lists: List[] = withNotes ? ['said', 'notes'] : ['said'];
  return [
    ...soughtWords(participant ?? '').map((word) => lexeme('names', word)),
    ...soughtWords(text ?? '').map((word) => `(${lists.map((list) => lexeme(list, word)).join(' | ')})`),
  ].join(' & ');
}

/** Words have only letters, digits and marks, so that they need no escaping. */
const lexeme = (list: List, { word, isPrefix }: SoughtWord): string =>
  `'${wordMarks[list]}${word}'${isPrefix ? ':*' : ''}`;
