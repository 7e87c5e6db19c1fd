import type { FastifyBaseLogger } from 'fastify';
import type { Retention } from '../../shared/retention.js';
import type { Claims } from '../backend/claims.js';
import type { Collection, Put } from '../backend/configuration.js';
import { every, type Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Contacts } from '../contact/contacts.js';

/** Erases contacts some days after their end, with their files. */
export interface ContactRetention {
  get(): Promise<Retention>;
  put(retention: Retention, by?: string): Promise<Put<Retention>>;
  /** Erases what is due now, at most {@link erasedAtMost}. Resolves with the number. */
  run(): Promise<number>;
  close(): void;
}

export interface RetentionOptions {
  store: Collection<Retention>;
  contacts: Pick<Contacts, 'erase'> & { log: Pick<Contacts['log'], 'list'> };
  claims: Pick<Claims, 'take'>;
  clock: Clock;
  logger: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

/** Milliseconds between two runs. What a run leaves, or a restart interrupts, is due again at the next. */
export const runEvery = 10 * 60_000;
/** Contacts that one run erases, so that it ends in a while and others get their turn. */
export const erasedAtMost = 1_000;
const pageSize = 200;
const id = 'contacts';
const day = 86_400_000;

export function createRetention({
  store,
  contacts,
  claims,
  clock,
  logger,
}: RetentionOptions): ContactRetention {
  let isClosed = false;
  const get = async (): Promise<Retention> => (await store.get(id))?.value ?? { days: null };

  async function run(): Promise<number> {
    const { days } = await get();
    if (days === null) return 0;
    // One process at a time: two would erase the same contacts.
    const claim = await claims.take('retention', 1);
    if (!claim) return 0;
    try {
      const count = await eraseBefore(clock.now() - days * day);
      if (count > 0) logger.info({ count, days }, 'contacts erased after their retention');
      return count;
    } finally {
      claim.release();
    }
  }

  /** Erases contacts that ended before a time. A contact that can't be erased is left for the next run. */
  async function eraseBefore(time: number): Promise<number> {
    let count = 0;
    let after: ContactSummary | undefined;
    for (;;) {
      const query = { to: time, state: 'ENDED' as const, limit: pageSize, ...(after && { after }) };
      const page = (await contacts.log.list(query)).contacts;
      for (const summary of page) {
        if (isClosed || count >= erasedAtMost) return count;
        if (isOver(summary, time) && (await erase(summary.contactId))) count += 1;
      }
      after = page.at(-1);
      if (page.length < pageSize) return count;
    }
  }

  async function erase(contactId: string): Promise<boolean> {
    try {
      await contacts.erase(contactId);
      return true;
    } catch (err) {
      logger.error({ err, contactId }, 'retention');
      return false;
    }
  }

  const undo = every(clock, runEvery, () => {
    run().catch((err: unknown) => logger.error({ err }, 'retention'));
  });

  return {
    get,
    put: (retention, by) => store.put(id, retention, undefined, by),
    run,
    close() {
      isClosed = true;
      undo();
    },
  };
}

/** Whether the chat and its after-contact work had ended by that time. */
const isOver = ({ state, endedAt }: ContactSummary, time: number): boolean =>
  state === 'ENDED' && endedAt !== null && endedAt < time;
