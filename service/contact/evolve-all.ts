import type { ContactState } from './contact-state.js';
import type { Entry, NewEntry } from './entry.js';
import { evolve } from './evolve.js';

/** Entries that follow number `lastSeq`, numbered. */
export const numbered = (lastSeq: number, entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, index) => ({ seq: lastSeq + 1 + index, ...entry }));

/** The state after entries that have no number yet. */
export const evolveAll = (state: ContactState, entries: readonly NewEntry[]): ContactState =>
  numbered(state.lastSeq, entries).reduce(evolve, state);
