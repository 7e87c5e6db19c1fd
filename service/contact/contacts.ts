import { isDamage, ServiceError } from '../errors.js';
import type { AttachmentStore } from '../backend/attachments.js';
import type { Changes } from '../backend/changes.js';
import type { ContactLog } from '../backend/contact-log.js';
import { createIdleCache } from './idle-cache.js';
import { ContactInbox, type Commander, type ContactInboxOptions } from './contact-inbox.js';
import type { ContactState } from './contact-state.js';
import type { ContactCommand } from './decide.js';
import type { Outcome } from './decide-round.js';
import type { Entry, Speaker } from './entry.js';
import { follow, type Follower } from './follow.js';
import { createHintCheck, type HintCheck } from './hint-check.js';
import { summarise } from './summarise.js';
import { createSummaryFeed, type SummaryFeed } from './summary-feed.js';
import { ringing, storedDeadlines } from './deadlines.js';

/** The dependencies of contacts. */
export interface ContactsOptions extends Omit<ContactInboxOptions, 'changes' | 'summaries'> {
  /** The entries of other processes; leave it out if this process is the only one. */
  changes?: Changes | null;
  /** The contacts' attachments; leave it out if there are none. */
  files?: Pick<AttachmentStore, 'erase'>;
  /** Called when a follower had missed a hint. */
  onHintRecovered?: () => void;
}

/** All contacts of the service: runs commands, appends their entries, and gives the entries to followers. */
export interface Contacts {
  /**
   * Decides and appends. Resolves when the entries are durable; rejects with a {@link ServiceError} if the command is
   * refused.
   */
  run(contactId: string, command: ContactCommand): Promise<Outcome>;
  /** The same without a promise, for frequent commands. */
  post<Command extends ContactCommand>(
    contactId: string,
    command: Command,
    commander: Commander<Command>,
  ): void;
  /** The contact's current state; null if there is no such contact. */
  state(contactId: string): Promise<ContactState | null>;
  /**
   * Gives the follower every entry after number `after` once and in order, then each new one. Returns the undo. `known`
   * are durable entries directly after that number, so that they need not be read.
   */
  follow(contactId: string, after: number, follower: Follower, known?: readonly Entry[]): () => void;
  /** Tells the contact's followers that a participant is typing. */
  typing(contactId: string, who: Speaker): void;
  /** The milliseconds that are left of an offer that rings until `until`. */
  ringsFor(contactId: string, until: number): number;
  /** Sets the timers of every active contact. Call it once, after a start. Resolves with the number of contacts. */
  recover(): Promise<number>;
  /** Drops the cached state of contacts that were not used since the last call. */
  tidy(): void;
  /** Erases an ended contact with its files. */
  erase(contactId: string): Promise<void>;
  log: ContactLog;
  /** The summaries of all contacts, as they change. */
  summaries: SummaryFeed;
  /** Handles no more deadlines: other processes do. */
  rest(): void;
  close(): void;
}

/** Contacts with cached state. The log of any other contact is folded when a command arrives. */
const cachedAtMost = 10_000;

export function createContacts(options: ContactsOptions): Contacts {
  const { log, bus, timers, clock, onError, changes = null } = options;
  let hintCheck: HintCheck | null = null;
  const onLive = (): void => void hintCheck?.check();
  const summaries = createSummaryFeed({ bus, isShared: changes !== null, onLive, onError });
  if (changes)
    hintCheck = createHintCheck({ changes, clock, summaries, onRecovered: options.onHintRecovered, onError });
  const inboxOptions = { ...options, changes, summaries };
  const inboxes = createIdleCache(cachedAtMost, (contactId) => new ContactInbox(contactId, inboxOptions));

  let undoTimers = timers.onDue(async (contactId, reached) => {
    try {
      const { state } = await inboxes.of(contactId).run({ type: 'wake', now: clock.now(), reached });
      summaries.repeat(summarise(state));
    } catch (error) {
      onError(error, contactId);
      // The timers retry after an error.
      if (error instanceof ServiceError && error.code === 'TEMPORARILY_UNAVAILABLE') throw error;
    }
  });

  return {
    log,
    summaries,
    run: (contactId, command) => inboxes.of(contactId).run(command),
    post: (contactId, command, commander) => inboxes.of(contactId).post(command, commander),
    state: (contactId) => inboxes.of(contactId).state(),
    follow: (contactId, after, follower, known) =>
      follow({ log, bus, hintCheck, contactId, after, follower, known }),
    typing: (contactId, who) => bus.publish('contact', contactId, { type: 'typing', who }),
    ringsFor: (contactId, until) => timers.left(contactId, ringing(until)),
    async recover() {
      const { contacts: active } = await log.active();
      for (const summary of active) {
        timers.set(summary.contactId, storedDeadlines(summary));
        if (!hintCheck) summaries.repeat(summary);
      }
      await hintCheck?.check();
      return active.length;
    },
    tidy: () => inboxes.tidy(),
    rest,
    close() {
      rest();
      hintCheck?.close();
    },
    async erase(contactId) {
      if (!(await isReadable(contactId))) return eraseAll(contactId);
      const summary = await log.summary(contactId);
      if (!summary) throw new ServiceError('CONTACT_NOT_FOUND');
      if (summary.state === 'ACTIVE') throw new ServiceError('CONTACT_ACTIVE');
      await eraseAll(contactId);
    },
  };

  function rest(): void {
    undoTimers();
    undoTimers = () => undefined;
  }

  /** A damaged contact can't be ended, so it may be erased at any time. */
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
    // The files first: if that fails, the contact can still be erased again.
    await options.files?.erase(contactId);
    await log.erase(contactId);
    inboxes.forget(contactId);
  }
}
