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

/** What an account is told of a contact that rings at it, or in which it is a participant. */
export type AgentNews =
  | { type: 'offered'; contactId: string; until: number }
  | { type: 'offer-closed'; contactId: string; reason: OfferEnd }
  | { type: 'joined'; contactId: string; participantId: string }
  /** The participant is no longer on the contact, which goes on. */
  | { type: 'left'; contactId: string };

/** News, and the account that it is for. */
interface AddressedNews {
  agentId: string;
  news: AgentNews;
}

/** What an entry is to the account that it concerns; null where it concerns none. */
export function agentNewsOf(contactId: string, entry: Entry): AddressedNews | null {
  switch (entry.kind) {
    case 'offer.made':
      return addressed(entry, { type: 'offered', contactId, until: entry.until });
    case 'offer.closed':
      return addressed(entry, { type: 'offer-closed', contactId, reason: entry.reason });
    case 'participant.joined':
      return addressed(entry, { type: 'joined', contactId, participantId: entry.who.participantId });
    case 'participant.left':
      return addressed(entry, { type: 'left', contactId });
    default:
      return null;
  }
}

/** Behind customers and bots there is no account. */
const addressed = (
  { agentId }: { agentId?: string | null | undefined },
  news: AgentNews,
): AddressedNews | null => (agentId ? { agentId, news } : null);
