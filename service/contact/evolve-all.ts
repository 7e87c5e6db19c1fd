import type { ContactState } from './contact-state.js';
import type { Entry, NewEntry } from './entry.js';
import { evolve } from './evolve.js';

/** Entries that follow number `lastSeq`, numbered. */
export function numbered(lastSeq: number, entries: readonly NewEntry[]): Entry[] {
  const first = entries[0] as Entry | undefined;
  // Given back as they are where they have these numbers already.
  if (first?.seq === lastSeq + 1) return entries as Entry[];
  return entries.map((entry, index) => ({ seq: lastSeq + 1 + index, ...entry }));
}

/** The state after entries that have no number yet. */
export const evolveAll = (state: ContactState, entries: readonly NewEntry[]): ContactState =>
  numbered(state.lastSeq, entries).reduce(evolve, state);
