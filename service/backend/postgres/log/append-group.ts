import type { Deadline } from '../../../contact/deadline.js';
import { entryJson } from '../../../contact/entry-json.js';
import type { Entry } from '../../../contact/entry.js';
import type { Append } from '../../contact-log.js';
import { toRow, type SummaryRow } from './summary-columns.js';

/** Milliseconds until a deadline that was fixed with the last of these entries. */
export const leftOf = (entries: readonly Entry[], { at, within }: Deadline): number =>
  Math.min(at - entries.at(-1)!.at, within);

/** The values of the statement `append`, after the process. At most one append to a contact is in a group. */
export function valuesOf(group: readonly Append[]): unknown[] {
  const sorted = [...group].sort((a, b) => (a.contactId < b.contactId ? -1 : 1));
  const rest = sorted.flatMap(({ contactId, entries }) =>
    entries.slice(1).map((entry) => [contactId, entry.seq, entryJson(entry)] as const),
  );
  const summaries = sorted.flatMap(({ summary }) => (summary ? [toRow(summary)] : []));
  const deadlines = sorted.flatMap(({ contactId, entries, summary }) =>
    (summary?.deadlines ?? []).map((each) => [contactId, each.at, leftOf(entries, each)] as const),
  );
  return [
    sorted.map(({ contactId }) => contactId),
    sorted.map(({ expected }) => expected),
    sorted.map(({ entries }) => entryJson(entries[0]!)),
    ...columns(rest, 3),
    ...columns<SummaryRow[number]>(summaries, 10),
    ...columns(deadlines, 3),
  ];
}

/** Rows as one list a column. */
const columns = <Cell>(rows: readonly (readonly Cell[])[], count: number): Cell[][] =>
  Array.from({ length: count }, (_, index) => rows.map((row) => row[index]!));
