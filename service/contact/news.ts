import type { ContactSummary } from './contact-summary.js';
import type { Entry, OfferEnd, Speaker } from './entry.js';

/** What travels on the bus about contacts, by topic. */
export type ContactTopics = {
  /** To whoever follows one contact: entries that are durable, or somebody writing, which is never kept. */
  contact: { type: 'entries'; entries: Entry[] } | { type: 'typing'; who: Speaker };
  /** To routing, which watches every contact (the topic's id is always `all`): the latest summary, and what changed it. */
  summaries: { summary: ContactSummary; entries: Entry[] };
  /** To one agent, whose id is the topic's. */
  agent: AgentNews;
};

/** What an agent is told of a contact that rings at, or belongs to, that agent. */
export type AgentNews =
  | { type: 'offered'; contactId: string; until: number }
  | { type: 'offer-closed'; contactId: string; reason: OfferEnd }
  | { type: 'joined'; contactId: string; participantId: string }
  /** The agent is no longer on the contact, which goes on. */
  | { type: 'left'; contactId: string };

/** What an entry is to an agent: whom to tell, and what. */
export function agentNewsOf(contactId: string, entry: Entry): { agentId: string; news: AgentNews } | null {
  if (entry.kind === 'offer.made') {
    return { agentId: entry.agentId, news: { type: 'offered', contactId, until: entry.until } };
  }
  if (entry.kind === 'offer.closed') {
    return { agentId: entry.agentId, news: { type: 'offer-closed', contactId, reason: entry.reason } };
  }
  if (entry.kind === 'participant.joined' && entry.agentId !== null) {
    return {
      agentId: entry.agentId,
      news: { type: 'joined', contactId, participantId: entry.who.participantId },
    };
  }
  if (entry.kind === 'participant.left' && entry.agentId !== undefined) {
    return { agentId: entry.agentId, news: { type: 'left', contactId } };
  }
  return null;
}
