import type { ContactIndex, IndexStatus } from '../backend/contact-index.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Clock } from '../clock.js';
import { createContactFinder, type ContactFinder } from './find-contacts.js';
import { createIndexer } from './indexer.js';

export interface ContactSearchOptions {
  index: ContactIndex;
  log: ContactLog;
  clock: Clock;
  onError: (error: unknown) => void;
}

/** Searches for contacts, with the index that follows the log. */
export interface ContactSearching {
  contactFinder: ContactFinder;
  contactIndex: { status(): Promise<IndexStatus>; rebuild(): Promise<void> };
  /** Resolves when nothing is in progress. */
  close: () => Promise<void>;
}

/** Lets the index follow the log from now on. */
export function openContactSearch(options: ContactSearchOptions): ContactSearching {
  const { index } = options;
  const indexer = createIndexer(options);
  return {
    contactFinder: createContactFinder({ ...options, indexer }),
    contactIndex: { status: () => index.status(), rebuild: () => indexer.rebuild() },
    close: () => indexer.close(),
  };
}
