import type { ContactIndex } from '../backend/contact-index.js';
import type { ContactSearch } from '../backend/contact-index/contact-search.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Started } from '../backend/contact-query.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Indexer } from './indexer.js';

export interface ContactFinderOptions {
  index: ContactIndex;
  indexer: Pick<Indexer, 'catchUp'>;
  log: Pick<ContactLog, 'summaries'>;
  /** Called when the index could not follow the log before a search. */
  onError: (error: unknown) => void;
}

/** A page of contacts, as the log has them now. */
export interface FoundContacts {
  contacts: ContactSummary[];
  /** Ids of contacts that can't be read. */
  damaged: string[];
  isIncomplete: boolean;
  /** The last contact of a full page, after which the next one begins; null after the last page. */
  next: Started | null;
}

/** Finds contacts through the index. */
export interface ContactFinder {
  find(search: ContactSearch): Promise<FoundContacts>;
  /** The number of contacts on all pages, up to `atMost`. */
  count(search: ContactSearch, atMost: number): Promise<number>;
}

export function createContactFinder({ index, indexer, log, onError }: ContactFinderOptions): ContactFinder {
  /** An index that is behind still answers: of what it has. */
  const current = (): Promise<boolean> =>
    indexer.catchUp().then(
      () => true,
      (error: unknown) => {
        onError(error);
        return false;
      },
    );
  return {
    async find(search) {
      // Later pages show what the first one did.
      const isCurrent = search.after ? true : await current();
      const { found, isIncomplete } = await index.search(search);
      const { contacts, damaged } = await log.summaries(found.map(({ contactId }) => contactId));
      const next = found.length < search.limit ? null : found.at(-1)!;
      return { contacts, damaged, isIncomplete: isIncomplete || !isCurrent, next };
    },
    async count(search, atMost) {
      await current();
      return index.count(search, atMost);
    },
  };
}
