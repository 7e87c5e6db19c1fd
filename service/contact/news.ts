import type { ContactSummary } from './contact-summary.js';
import type { Entry, OfferEnd } from './entry.js';

/** What an agent is told of a contact that rings at, or belongs to, that agent. */
export type AgentNews =
  | { type: 'offered'; contactId: string; until: number }
  | { type: 'offer-closed'; contactId: string; reason: OfferEnd }
  | { type: 'joined'; contactId: string }
  /** The agent is no longer on the contact, which goes on. */
  | { type: 'left'; contactId: string };

/** News, and the agent whom they concern. */
export interface AddressedNews {
  agentId: string;
  news: AgentNews;
}

/** What an entry means to an agent; null if it concerns none. */
export function agentNewsOf(contactId: string, entry: Entry): AddressedNews | null {
  if (entry.kind === 'offer.made') {
    return { agentId: entry.agentId, news: { type: 'offered', contactId, until: entry.until } };
  }
  if (entry.kind === 'offer.closed') {
    return { agentId: entry.agentId, news: { type: 'offer-closed', contactId, reason: entry.reason } };
  }
  if (entry.kind === 'participant.joined' && entry.agentId !== null) {
    return { agentId: entry.agentId, news: { type: 'joined', contactId } };
  }
  if (entry.kind === 'participant.left' && entry.agentId !== undefined) {
    return { agentId: entry.agentId, news: { type: 'left', contactId } };
  }
  return null;
}

/** What of a contact concerns agents. */
type AgentFacts = Pick<ContactSummary, 'offer' | 'activeAgentIds'>;

/** What of a contact concerned agents before it was known, or after it ended. */
export const noAgentFacts: AgentFacts = { offer: null, activeAgentIds: [] };

/** The facts after an entry whose news were told. */
export function agentFactsAfter(facts: AgentFacts, entry: Entry): AgentFacts {
  const { activeAgentIds } = facts;
  if (entry.kind === 'offer.made')
    return { activeAgentIds, offer: { agentId: entry.agentId, until: entry.until } };
  if (entry.kind === 'offer.closed') return { activeAgentIds, offer: null };
  if (entry.kind === 'chat.ended') return noAgentFacts;
  const news = agentNewsOf('', entry);
  if (news?.news.type === 'joined') return { ...facts, activeAgentIds: [...activeAgentIds, news.agentId] };
  if (news?.news.type === 'left')
    return { ...facts, activeAgentIds: activeAgentIds.filter((agentId) => agentId !== news.agentId) };
  return facts;
}

/**
 * What agents have to be told where the entries between two summaries were missed. How an offer ended is not known: it was
 * accepted by an agent who is on the contact now, and withdrawn otherwise.
 */
export function agentNewsBetween(before: AgentFacts, after: ContactSummary): AddressedNews[] {
  const { contactId, offer, activeAgentIds } = after;
  const news: AddressedNews[] = [];
  const tell = (agentId: string, each: AgentNews): void => void news.push({ agentId, news: each });
  const isSameOffer = before.offer?.agentId === offer?.agentId && before.offer?.until === offer?.until;
  if (before.offer && !isSameOffer) {
    const { agentId } = before.offer;
    const reason = activeAgentIds.includes(agentId) ? 'ACCEPTED' : 'WITHDRAWN';
    tell(agentId, { type: 'offer-closed', contactId, reason });
  }
  for (const agentId of activeAgentIds)
    if (!before.activeAgentIds.includes(agentId)) tell(agentId, { type: 'joined', contactId });
  for (const agentId of before.activeAgentIds)
    if (after.state === 'ACTIVE' && !activeAgentIds.includes(agentId))
      tell(agentId, { type: 'left', contactId });
  if (offer && !isSameOffer) tell(offer.agentId, { type: 'offered', contactId, until: offer.until });
  return news;
}
