import type { Offers } from '../backend/offers.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { isDamage, ServiceError } from '../errors.js';
import { createAlarm } from './alarm.js';
import { makeOffer } from './make-offer.js';
import { match, type FreeAgent, type Match, type WaitingContact } from './match.js';
import { isAvailable, type AgentPresence, type Presence } from '../backend/presence.js';
import { createCoalescedRun } from './coalesced-run.js';
import { createCooldowns } from './cooldowns.js';
import type { Workload } from './workload.js';

export interface RouterOptions {
  contacts: Pick<Contacts, 'run' | 'summaries'>;
  workload: Workload;
  presence: Presence;
  offers: Offers;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/** Offers waiting contacts to agents whenever something changes. */
export interface Router {
  /** Makes no new offers from now on. */
  rest(): void;
  close(): void;
}

export function createRouter(options: RouterOptions): Router {
  const { contacts, workload, presence, offers, clock, onError } = options;
  /** Simultaneous changes share one matching. */
  const matching = createCoalescedRun(matchNow);
  const schedule = (): void => matching.ask();
  /** Offers that this process is making, by contact: neither the contact nor the agent's place is planned again. */
  const offering = new Map<string, string>();
  /**
   * This process may have outdated information about a contact or an agent, if another process appended and the hint
   * was lost. Routing skips them until there is news, or for a while.
   */
  const contactCooldowns = createCooldowns({ clock, milliseconds: cooldown, onOver: schedule });
  const agentCooldowns = createCooldowns({ clock, milliseconds: cooldown, onOver: schedule });
  /** The time at which a skipped agent may be asked again. */
  const again = createAlarm(clock, schedule);

  const undo = [
    contacts.summaries.on(({ summary, entries, isOwn }) => {
      contactCooldowns.end(summary.contactId);
      for (const agentId of workload.note(summary, entries)) {
        agentCooldowns.end(agentId);
        presence.touch(agentId);
      }
      if (isOwn) noteAbsences(entries, presence);
      schedule();
    }),
    presence.on('changed', () => schedule()),
  ];

  function rest(): void {
    matching.close();
    again.set(Infinity);
  }

  return {
    rest,
    close() {
      rest();
      for (const cooldowns of [contactCooldowns, agentCooldowns]) cooldowns.close();
      undo.forEach((each) => each());
    },
  };

  function matchNow(): void {
    // Checks the agents first: without a free agent, a long queue need not be searched at every message.
    const agents = [...presence.all()].filter(isAvailable).map(freeAgentOf);
    if (!agents.some(({ room }) => room > 0)) return;
    const waiting = workload
      .waiting()
      .filter(({ contactId }) => !offering.has(contactId) && !contactCooldowns.has(contactId));
    if (waiting.length === 0) return;
    const time = clock.monotonic();
    for (const each of match(waiting, agents, time)) void offer(each);
    again.set(nextAskable(waiting, time));
  }

  function freeAgentOf({ profile, idleSince }: AgentPresence): FreeAgent {
    const { agentId, queues, maxChats } = profile;
    const promised = [...offering.values()].filter((id) => id === agentId).length;
    const room = agentCooldowns.has(agentId) ? 0 : maxChats - workload.loadOf(agentId) - promised;
    return { agentId, queues, idleSince, room };
  }

  async function offer({ contactId, agentId }: Match): Promise<void> {
    offering.set(contactId, agentId);
    try {
      const place = { maxChats: presence.get(agentId)!.profile.maxChats, load: workload.loadOf(agentId) };
      const taken = await makeOffer({ contacts, offers, clock }, { contactId, agentId, ...place });
      if (taken === 'agent') agentCooldowns.begin(agentId);
      if (taken === 'contact') contactCooldowns.begin(contactId);
    } catch (error) {
      contactCooldowns.begin(contactId);
      if (isDamage(error)) workload.quarantine(contactId);
      if (!(error instanceof ServiceError && error.code === 'OFFER_GONE')) onError(error, contactId);
    } finally {
      offering.delete(contactId);
      schedule();
    }
  }
}

/** Milliseconds for which routing skips a contact or an agent with outdated information. */
const cooldown = 1_000;

/** When the next skipped agent may be asked again, after `time`; Infinity if there is none. */
function nextAskable(waiting: readonly WaitingContact[], time: number): number {
  const untils = waiting.flatMap(({ passedOver }) => Object.values(passedOver));
  return untils.reduce((next, until) => (until > time && until < next ? until : next), Infinity);
}

/**
 * An agent who misses an offer, or lets a chat wait for too long, is absent, whatever the status says, and gets no other
 * offers. Only for entries that this process stored: after those of others the agent may be back already.
 */
function noteAbsences(entries: readonly Entry[], presence: RouterOptions['presence']): void {
  for (const entry of entries) {
    const absent = absentAgent(entry);
    if (absent && presence.get(absent)?.status === 'AVAILABLE') presence.setStatus(absent, 'MISSED');
  }
}

/** The agent of whom the entry says that they didn't answer. */
function absentAgent(entry: Entry): string | null {
  if (entry.kind === 'offer.closed') return entry.reason === 'MISSED' ? entry.agentId : null;
  return entry.kind === 'participant.left' && entry.isIdle ? (entry.agentId ?? null) : null;
}
