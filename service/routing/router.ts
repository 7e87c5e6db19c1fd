import { limits } from '../../shared/limits.js';
import type { Bus } from '../bus/bus.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import type { ContactTopics } from '../contact/news.js';
import { isDamage, ServiceError } from '../errors.js';
import { match, type AgentDesk, type Match, type WaitingContact } from './match.js';
import { isAvailable, type AgentPresence, type Presence } from './presence.js';
import type { Workload } from './workload.js';

export interface RouterOptions {
  contacts: Pick<Contacts, 'run'>;
  workload: Workload;
  bus: Bus<ContactTopics>;
  presence: Presence;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/** Offers waiting contacts to agents whenever something changed. */
export interface Router {
  close(): void;
}

export function createRouter({ contacts, workload, bus, presence, clock, onError }: RouterOptions): Router {
  /** Offers on their way to the log: their contacts and agents are spoken for. */
  const offering = new Map<string, string>();
  let isScheduled = false;
  let isClosed = false;
  /** For the moment at which an agent who was passed over may be asked again. */
  const again = createAlarm(clock, schedule);

  const undo = [
    bus.subscribe('summaries', 'all', ({ summary, entries }) => {
      for (const agentId of workload.note(summary, entries)) presence.touch(agentId);
      for (const entry of entries) {
        // An agent who lets a contact ring is not there, whatever the status says: no other contact rings there.
        if (isMissed(entry)) presence.setStatus(entry.agentId, 'MISSED');
      }
      schedule();
    }),
    presence.on('changed', () => schedule()),
  ];

  return {
    close() {
      isClosed = true;
      again.set(Infinity);
      undo.forEach((each) => each());
    },
  };

  /** Many changes of one moment are matched once. */
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      if (!isClosed) matchNow();
    });
  }

  function matchNow(): void {
    // First whether anybody could take one: a long queue before a full house is not gone through at every message.
    const desks = [...presence.all()].filter(isAvailable).map(deskOf);
    if (!desks.some(({ room }) => room > 0)) return;
    const waiting = workload.waiting().filter(({ contactId }) => !offering.has(contactId));
    if (waiting.length === 0) return;
    const time = clock.monotonic();
    for (const each of match(waiting, desks, time)) void offer(each);
    again.set(nextAskable(waiting, time));
  }

  function deskOf({ profile, idleSince }: AgentPresence): AgentDesk {
    const { agentId, queues, maxChats } = profile;
    const promised = [...offering.values()].filter((id) => id === agentId).length;
    return { agentId, queues, idleSince, room: maxChats - workload.loadOf(agentId) - promised };
  }

  async function offer({ contactId, agentId }: Match): Promise<void> {
    offering.set(contactId, agentId);
    try {
      const now = clock.now();
      await contacts.run(contactId, { type: 'offer', now, agentId, until: now + limits.ring });
    } catch (error) {
      if (isDamage(error)) workload.setApart(contactId);
      if (!(error instanceof ServiceError && error.code === 'OFFER_GONE')) onError(error, contactId);
    } finally {
      offering.delete(contactId);
      schedule();
    }
  }
}

/** Calls back at a monotonic time; never where it is Infinity. The last time that was set counts. */
function createAlarm(clock: Clock, callback: () => void): { set(time: number): void } {
  let undo = (): void => undefined;
  return {
    set(time) {
      undo();
      undo = time === Infinity ? () => undefined : clock.later(time - clock.monotonic(), callback);
    },
  };
}

/** When the next agent who is passed over at `time` may be asked again; never (Infinity) where there is none. */
function nextAskable(waiting: readonly WaitingContact[], time: number): number {
  const untils = waiting.flatMap(({ passedOver }) => Object.values(passedOver));
  return untils.reduce((next, until) => (until > time && until < next ? until : next), Infinity);
}

type Missed = Extract<Entry, { kind: 'offer.closed' }>;
const isMissed = (entry: Entry): entry is Missed =>
  entry.kind === 'offer.closed' && entry.reason === 'MISSED';
