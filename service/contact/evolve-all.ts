import type { ContactState } from './contact-state.js';
import type { NewEntry } from './entry.js';
import { evolve } from './evolve.js';
import { numbered } from './number-entries.js';

/** The state after entries without numbers. */
export const evolveAll = (state: ContactState, entries: readonly NewEntry[]): ContactState =>
  numbered(state.lastSeq, entries).reduce(evolve, state);
