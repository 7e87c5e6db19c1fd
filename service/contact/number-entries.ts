import type { Entry, NewEntry } from './entry.js';

/** Entries that follow number `lastSeq`, numbered. Entries that have these numbers already are returned as they are. */
export function numbered(lastSeq: number, entries: readonly NewEntry[]): Entry[] {
  const first = entries[0] as Entry | undefined;
  if (first?.seq === lastSeq + 1) return entries as Entry[];
  return entries.map((entry, index) => ({ seq: lastSeq + 1 + index, ...entry }));
}
