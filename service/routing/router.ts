import type { Offers } from '../backend/offers.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { isDamage, ServiceError } from '../errors.js';
import { createAlarm } from './alarm.js';
import { makeOffer } from './make-offer.js';
import { match, type AgentDesk, type Match, type WaitingContact } from './match.js';
import { isAvailable, type AgentPresence, type Presence } from '../backend/presence.js';
import { createOnceATurn } from './once-a-turn.js';
import { createResting } from './resting.js';
import type { Workload } from './workload.js';

export interface RouterOptions {
  contacts: Pick<Contacts, 'run' | 'summaries'>;
  workload: Workload;
  presence: Presence;
  offers: Offers;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/** Offers waiting contacts to agents whenever something changed. */
export interface Router {
  close(): void;
}

export function createRouter(options: RouterOptions): Router {
  const { contacts, workload, presence, offers, clock, onError } = options;
  /** Many changes of one moment are matched once. */
  const matching = createOnceATurn(matchNow);
  const schedule = (): void => matching.ask();
  /** Offers that this process is making: it plans with neither the contact nor the place at the agent meanwhile. */
  const offering = new Map<string, string>();
  /**
   * What this process believes of a contact or an agent may be old, if another process has appended and the hint is lost.
   * It is left alone then until something is heard of it, or for a while.
   */
  const restingContacts = createResting({ clock, milliseconds: restsFor, onOver: schedule });
  const restingAgents = createResting({ clock, milliseconds: restsFor, onOver: schedule });
  /** For the moment at which an agent who was passed over may be asked again. */
  const again = createAlarm(clock, schedule);

  const undo = [
    contacts.summaries.on(({ summary, entries, isOwn }) => {
      restingContacts.end(summary.contactId);
      for (const agentId of workload.note(summary, entries)) {
        restingAgents.end(agentId);
        presence.touch(agentId);
      }
      for (const entry of entries) {
        // An agent who lets a contact ring is not there, whatever the status says: no other contact rings there. Where
        // another process noticed it, the agent may be back already.
        if (isOwn && isMissed(entry)) presence.setStatus(entry.agentId, 'MISSED');
      }
      schedule();
    }),
    presence.on('changed', () => schedule()),
  ];

  return {
    close() {
      matching.close();
      again.set(Infinity);
      for (const resting of [restingContacts, restingAgents]) resting.close();
      undo.forEach((each) => each());
    },
  };

  function matchNow(): void {
    // First whether anybody could take one: a long queue before a full house is not gone through at every message.
    const desks = [...presence.all()].filter(isAvailable).map(deskOf);
    if (!desks.some(({ room }) => room > 0)) return;
    const waiting = workload
      .waiting()
      .filter(({ contactId }) => !offering.has(contactId) && !restingContacts.has(contactId));
    if (waiting.length === 0) return;
    const time = clock.monotonic();
    for (const each of match(waiting, desks, time)) void offer(each);
    again.set(nextAskable(waiting, time));
  }

  function deskOf({ profile, idleSince }: AgentPresence): AgentDesk {
    const { agentId, queues, maxChats } = profile;
    const promised = [...offering.values()].filter((id) => id === agentId).length;
    const room = restingAgents.has(agentId) ? 0 : maxChats - workload.loadOf(agentId) - promised;
    return { agentId, queues, idleSince, room };
  }

  async function offer({ contactId, agentId }: Match): Promise<void> {
    offering.set(contactId, agentId);
    try {
      const place = { maxChats: presence.get(agentId)!.profile.maxChats, load: workload.loadOf(agentId) };
      const taken = await makeOffer({ contacts, offers, clock }, { contactId, agentId, ...place });
      if (taken === 'agent') restingAgents.begin(agentId);
      if (taken === 'contact') restingContacts.begin(contactId);
    } catch (error) {
      restingContacts.begin(contactId);
      if (isDamage(error)) workload.setApart(contactId);
      if (!(error instanceof ServiceError && error.code === 'OFFER_GONE')) onError(error, contactId);
    } finally {
      offering.delete(contactId);
      schedule();
    }
  }
}

/** Milliseconds for which routing leaves a contact or an agent alone that is not as it believed. */
const restsFor = 1_000;

/** When the next agent who is passed over at `time` may be asked again; never (Infinity) where there is none. */
function nextAskable(waiting: readonly WaitingContact[], time: number): number {
  const untils = waiting.flatMap(({ passedOver }) => Object.values(passedOver));
  return untils.reduce((next, until) => (until > time && until < next ? until : next), Infinity);
}

type Missed = Extract<Entry, { kind: 'offer.closed' }>;
const isMissed = (entry: Entry): entry is Missed =>
  entry.kind === 'offer.closed' && entry.reason === 'MISSED';
