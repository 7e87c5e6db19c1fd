import type { Entry, NewEntry } from './entry.js';

/** Entries with the numbers after `lastSeq`. Entries that already have these numbers are returned unchanged. */
export function numbered(lastSeq: number, entries: readonly NewEntry[]): Entry[] {
  const first = entries[0] as Entry | undefined;
  if (first?.seq === lastSeq + 1) return entries as Entry[];
  return entries.map((entry, index) => ({ seq: lastSeq + 1 + index, ...entry }));
}
