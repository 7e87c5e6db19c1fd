import type { ContactIndex, IndexedContact, IndexWork } from '../backend/contact-index.js';
import type { ContactLog } from '../backend/contact-log.js';
import { every, type Clock } from '../clock.js';
import { isDamage } from '../errors.js';
import { readContact } from './read-contact.js';

export interface IndexerOptions {
  index: Pick<ContactIndex, 'work' | 'store' | 'drop'>;
  log: Pick<ContactLog, 'read' | 'summary'>;
  clock: Clock;
  /** Called when the index can't follow the log, once until it can again. */
  onError: (error: unknown) => void;
}

/** Lets the contact index follow the log, in the background and on demand. */
export interface Indexer {
  /** Resolves once everything that was durable before the call is in the index. */
  catchUp(): Promise<void>;
  /** Drops the index, and fills it again in the background. */
  rebuild(): Promise<void>;
  /** Resolves when nothing is in progress. */
  close(): Promise<void>;
}

/** Milliseconds between two looks. Ended chats appear in reports and exports so late at most; searches look themselves. */
const followEvery = 5_000;
/** Contacts that are read from the log at the same time. */
const readAtOnce = 8;

export function createIndexer({ index, log, clock, onError }: IndexerOptions): Indexer {
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;
  let isFailing = false;
  let isFilling = false;
  /** The pass that has not begun yet: everybody who asks until then shares it. */
  let next: Promise<void> | null = null;

  const step = (withMessages: boolean): Promise<IndexWork> => oneStep({ index, log }, withMessages);

  /** Runs `call` after everything that runs: steps read and move the index's cursor. */
  function inTurn<T>(call: () => Promise<T>): Promise<T> {
    const result = running.then(call);
    running = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async function follow(): Promise<void> {
    try {
      for (let isCurrent = false; !isCurrent && !isClosed;) {
        const work = await inTurn(() => step(false));
        isCurrent = work.isCurrent;
        if (!work.isLast) void fill();
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing) onError(error);
      isFailing = true;
    }
  }

  /** Fills an index that is not complete. Searches take their turn between two steps. */
  async function fill(): Promise<void> {
    if (isFilling) return;
    isFilling = true;
    try {
      for (let isLast = false; !isLast && !isClosed;) ({ isLast } = await inTurn(() => step(false)));
    } catch {
      // The next look reports it, and tries again.
    }
    isFilling = false;
  }

  /** Everything that was durable when it began. */
  async function passAll(): Promise<void> {
    next = null;
    for (let isCurrent = false; !isCurrent && !isClosed;) ({ isCurrent } = await step(true));
  }

  const undo = every(clock, followEvery, () => void follow());
  return {
    catchUp: () => (next ??= inTurn(passAll)),
    async rebuild() {
      await inTurn(() => index.drop());
      void fill();
    },
    async close() {
      undo();
      isClosed = true;
      await running;
    },
  };
}

/** One piece of work. Rejects if the index or the log can't be used at the moment. */
async function oneStep(
  { index, log }: Pick<IndexerOptions, 'index' | 'log'>,
  withMessages: boolean,
): Promise<IndexWork> {
  const work = await index.work(withMessages);
  const contacts: IndexedContact[] = [];
  const gone: string[] = [];
  for (let from = 0; from < work.contacts.length; from += readAtOnce)
    await Promise.all(
      work.contacts.slice(from, from + readAtOnce).map(async ({ contactId, after }) => {
        const contact = await readContact(log, contactId, after).catch(leaveDamaged);
        if (contact) contacts.push(contact);
        else if (contact === null) gone.push(contactId);
      }),
    );
  await index.store(work, { contacts, gone });
  return work;
}

/** A damaged contact stays in the index as it is. */
function leaveDamaged(error: unknown): undefined {
  if (!isDamage(error)) throw error;
}
