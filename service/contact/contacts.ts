import { isDamage, ServiceError } from '../errors.js';
import type { AttachmentStore } from '../backend/attachments.js';
import type { ContactLog } from '../backend/contact-log.js';
import { createIdleCache } from './idle-cache.js';
import { ContactInbox, type ContactInboxOptions, type Outcome } from './contact-inbox.js';
import type { ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import type { ContactCommand } from './decide.js';
import type { Entry, Speaker } from './entry.js';
import { follow, type Follower } from './follow.js';
import { summarise } from './summarise.js';
import { ringing, storedDeadlines } from './deadlines.js';

/** What contacts stand on. */
export interface ContactsOptions extends ContactInboxOptions {
  /** Told of what went wrong where nobody waits for an answer. */
  onError: (error: unknown, contactId: string) => void;
  /** What is kept of a contact beside its log; none where it is left out. */
  files?: Pick<AttachmentStore, 'erase'>;
}

/** All contacts of this service: commands go in, durable entries come out, followers hear of them. */
export interface Contacts {
  /** Decides and appends; resolves once durable. Rejects with a {@link ServiceError} when refused. */
  run(contactId: string, command: ContactCommand): Promise<Outcome>;
  /** The contact as it is now, or null where there is none. */
  state(contactId: string): Promise<ContactState | null>;
  /**
   * Everything after number `after`, each entry once, in order, then whatever comes; returns the undo. Durable entries
   * that the follower knows to come after it are not read again.
   */
  follow(contactId: string, after: number, follower: Follower, known?: readonly Entry[]): () => void;
  /** Tells the contact's followers that somebody is writing. */
  typing(contactId: string, who: Speaker): void;
  /** Milliseconds for which an offer of this contact still rings, where it rings until `until`. */
  ringsFor(contactId: string, until: number): number;
  /** Takes up every active contact where it was: to be called once, after a start. */
  recover(): Promise<number>;
  /** Forgets the state of contacts that nobody has asked about since the last time; it is in their logs. */
  tidy(): void;
  /** Removes everything of an ended contact, its files too. */
  erase(contactId: string): Promise<void>;
  log: ContactLog;
}

/** Contacts whose state is kept at hand; the others are folded again when somebody speaks. */
const cachedAtMost = 10_000;

export function createContacts(options: ContactsOptions): Contacts {
  const { log, bus, timers, clock, onError } = options;
  const inboxes = createIdleCache(cachedAtMost, (contactId) => new ContactInbox(contactId, options));

  /** Tells routing where a contact stands though nothing was added to it. */
  const restate = (summary: ContactSummary) => bus.publish('summaries', 'all', { summary, entries: [] });

  timers.onDue(async (contactId, reached) => {
    try {
      const { state } = await inboxes.of(contactId).run({ type: 'wake', now: clock.now(), reached });
      restate(summarise(state));
    } catch (error) {
      onError(error, contactId);
      // Thrown on, so that the timers call again.
      if (error instanceof ServiceError && error.code === 'TEMPORARILY_UNAVAILABLE') throw error;
    }
  });

  return {
    log,
    run: (contactId, command) => inboxes.of(contactId).run(command),
    state: (contactId) => inboxes.of(contactId).state(),
    follow: (contactId, after, follower, known) => follow({ log, bus, contactId, after, follower, known }),
    typing: (contactId, who) => bus.publish('contact', contactId, { type: 'typing', who }),
    ringsFor: (contactId, until) => timers.left(contactId, ringing(until)),
    async recover() {
      const { contacts: summaries } = await log.active();
      for (const summary of summaries) {
        timers.set(summary.contactId, storedDeadlines(summary));
        restate(summary);
      }
      return summaries.length;
    },
    tidy: () => inboxes.tidy(),
    async erase(contactId) {
      if (!(await isReadable(contactId))) return eraseAll(contactId);
      const summary = await log.summary(contactId);
      if (!summary) throw new ServiceError('CONTACT_NOT_FOUND');
      if (summary.state === 'ACTIVE') throw new ServiceError('CONTACT_ACTIVE');
      await eraseAll(contactId);
    },
  };

  /** A damaged contact can't be ended, so it is erased as it is. */
  async function isReadable(contactId: string): Promise<boolean> {
    try {
      await log.summary(contactId);
      await inboxes.of(contactId).state();
      return true;
    } catch (error) {
      if (isDamage(error)) return false;
      throw error;
    }
  }

  async function eraseAll(contactId: string): Promise<void> {
    // Files first: where that fails, the contact is still there to be erased again.
    await options.files?.erase(contactId);
    await log.erase(contactId);
    inboxes.forget(contactId);
  }
}
