import { isDamage, ServiceError } from '../errors.js';
import type { AttachmentStore } from '../backend/attachments.js';
import type { Changes } from '../backend/changes.js';
import type { ContactLog } from '../backend/contact-log.js';
import { createIdleCache } from './idle-cache.js';
import { ContactInbox, type Commander, type ContactInboxOptions, type Outcome } from './contact-inbox.js';
import type { ContactState } from './contact-state.js';
import type { ContactCommand } from './decide.js';
import type { Entry, Speaker } from './entry.js';
import { follow, type Follower } from './follow.js';
import { createHintCheck, type HintCheck } from './hint-check.js';
import { summarise } from './summarise.js';
import { createSummaryFeed, type SummaryFeed } from './summary-feed.js';
import { ringing, storedDeadlines } from './deadlines.js';

/** What contacts stand on. */
export interface ContactsOptions extends Omit<ContactInboxOptions, 'changes' | 'summaries'> {
  /** What other processes append; none if it is left out. */
  changes?: Changes | null;
  /** What is kept of a contact beside its log; none where it is left out. */
  files?: Pick<AttachmentStore, 'erase'>;
}

/** All contacts of this service: commands go in, durable entries come out, followers hear of them. */
export interface Contacts {
  /** Decides and appends; resolves once durable. Rejects with a {@link ServiceError} when refused. */
  run(contactId: string, command: ContactCommand): Promise<Outcome>;
  /** The same, without a promise: for what is sent all the time. */
  post<Command extends ContactCommand>(
    contactId: string,
    command: Command,
    commander: Commander<Command>,
  ): void;
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
  /** Takes up every active contact where it was; to be called once, after a start. Resolves with their number. */
  recover(): Promise<number>;
  /** Forgets the state of contacts that nobody has asked about since the last time; it is in their logs. */
  tidy(): void;
  /** Removes everything of an ended contact, its files too. */
  erase(contactId: string): Promise<void>;
  log: ContactLog;
  /** Tells of every contact's summaries. */
  summaries: SummaryFeed;
  close(): void;
}

/** Contacts whose state is kept at hand; the others are folded again when somebody speaks. */
const cachedAtMost = 10_000;

export function createContacts(options: ContactsOptions): Contacts {
  const { log, bus, timers, clock, onError, changes = null } = options;
  let hintCheck: HintCheck | null = null;
  const onLive = (): void => void hintCheck?.check();
  const summaries = createSummaryFeed({ bus, isShared: changes !== null, onLive, onError });
  if (changes) hintCheck = createHintCheck({ changes, clock, summaries, onError });
  const inboxOptions = { ...options, changes, summaries };
  const inboxes = createIdleCache(cachedAtMost, (contactId) => new ContactInbox(contactId, inboxOptions));

  const undoTimers = timers.onDue(async (contactId, reached) => {
    try {
      const { state } = await inboxes.of(contactId).run({ type: 'wake', now: clock.now(), reached });
      summaries.repeat(summarise(state));
    } catch (error) {
      onError(error, contactId);
      // Thrown on, so that the timers call again.
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
    close() {
      undoTimers();
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
