import type { ContactSummary } from './contact-summary.js';
import type { Entry, OfferEnd } from './entry.js';

/** What an account learns about a contact that rings at it, or in which it is a participant. */
export type AgentNews =
  | { type: 'offered'; contactId: string; until: number }
  | { type: 'offer-closed'; contactId: string; reason: OfferEnd }
  | { type: 'joined'; contactId: string }
  /** The participant left the contact, which goes on. */
  | { type: 'left'; contactId: string };

/** News for one account. */
export interface AddressedNews {
  agentId: string;
  news: AgentNews;
}

/** The news of an entry; null if it concerns no account. */
export function agentNewsOf(contactId: string, entry: Entry): AddressedNews | null {
  switch (entry.kind) {
    case 'offer.made':
      return addressed(entry, { type: 'offered', contactId, until: entry.until });
    case 'offer.closed':
      return addressed(entry, { type: 'offer-closed', contactId, reason: entry.reason });
    case 'participant.joined':
      return addressed(entry, { type: 'joined', contactId });
    case 'participant.left':
      return addressed(entry, { type: 'left', contactId });
    default:
      return null;
  }
}

/** Customers and bots have no account. */
const addressed = (
  { agentId }: { agentId?: string | null | undefined },
  news: AgentNews,
): AddressedNews | null => (agentId ? { agentId, news } : null);

/** What agents know of a contact. */
export interface AgentFacts {
  /** The agents at whom it rings, and until when. More than one if news was missed. */
  ringing: ReadonlyMap<string, number>;
  /** The agents who are in the contact. */
  present: ReadonlySet<string>;
}

/** What agents know of a contact with this summary: nothing before the first summary, or after its end. */
export const agentFactsOf = (summary: ContactSummary | undefined): AgentFacts => ({
  ringing: new Map(summary?.offer ? [[summary.offer.agentId, summary.offer.until]] : []),
  present: new Set(summary?.activeAgentIds),
});

/** What agents know after one more piece of news. */
export function agentFactsAfter(
  { ringing, present }: AgentFacts,
  { agentId, news }: AddressedNews,
): AgentFacts {
  const next = { ringing: new Map(ringing), present: new Set(present) };
  if (news.type === 'offered') next.ringing.set(agentId, news.until);
  if (news.type === 'offer-closed') next.ringing.delete(agentId);
  if (news.type === 'joined') next.present.add(agentId);
  if (news.type === 'left') next.present.delete(agentId);
  return next;
}

/**
 * The news that agents with these facts have missed, compared with the summary. The summary doesn't say how an offer
 * ended: it was accepted if the agent is in the contact, otherwise withdrawn.
 */
export function missedNews({ ringing, present }: AgentFacts, summary: ContactSummary): AddressedNews[] {
  const { contactId, state, endedAt } = summary;
  const now = agentFactsOf(summary);
  const missed: AddressedNews[] = [];
  for (const [agentId, until] of ringing) {
    if (now.ringing.get(agentId) === until) continue;
    const reason = now.present.has(agentId) ? 'ACCEPTED' : 'WITHDRAWN';
    missed.push({ agentId, news: { type: 'offer-closed', contactId, reason } });
  }
  for (const agentId of now.present)
    if (!present.has(agentId)) missed.push({ agentId, news: { type: 'joined', contactId } });
  // Agents in a contact that has ended see the end in its log.
  for (const agentId of state === 'ACTIVE' && endedAt === null ? present : [])
    if (!now.present.has(agentId)) missed.push({ agentId, news: { type: 'left', contactId } });
  for (const [agentId, until] of now.ringing)
    if (ringing.get(agentId) !== until) missed.push({ agentId, news: { type: 'offered', contactId, until } });
  return missed;
}
