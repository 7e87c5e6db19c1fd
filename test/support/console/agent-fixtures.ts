/**
 * Contacts, chats and items for tests of the agent console. Pass the members that a test is about. Numbers become
 * ids: `card(3)` is `contact-3`.
 */
import type { AgentChat } from '../../../console/agent/state/agent-chat.js';
import { createChat } from '../../../console/agent/state/agent-chat.js';
import { withItem } from '../../../console/agent/state/chat-changes.js';
import type { Offer } from '../../../console/agent/state/offer.js';
import { contentTypes } from '../../../shared/content-types.js';
import type { ContactCard } from '../../../shared/contact-card.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** The current time of the tests: 2026-03-02 10:00 UTC, in milliseconds since 1970. */
export const someTime = Date.UTC(2026, 2, 2, 10);

/** The agent's participant id in every chat. */
export const ownId = 'agent-participant';

export function card(number: number, changes: Partial<ContactCard> & { name?: string } = {}): ContactCard {
  const { name = `Customer ${number}`, ...rest } = changes;
  return {
    contactId: `contact-${number}`,
    customer: { participantId: `customer-${number}`, displayName: name, goneSince: null },
    attributes: { verified: {}, unverified: {} },
    page: { url: 'https://shop.example/basket', title: 'Your basket', referrer: '' },
    queueId: 'default',
    leftMessage: false,
    survey: null,
    startedAt: new Date(someTime).toISOString(),
    ...rest,
  };
}

export function item(
  seq: number,
  content: string | null,
  changes: Partial<TranscriptItem> = {},
): TranscriptItem {
  return {
    seq,
    id: `item-${seq}`,
    type: 'MESSAGE',
    contentType: contentTypes.plain,
    content,
    participantId: 'customer-1',
    participantRole: 'CUSTOMER',
    displayName: 'Customer 1',
    absoluteTime: new Date(someTime + seq * 1000).toISOString(),
    ...changes,
  };
}

export const ownItem = (
  seq: number,
  content: string,
  changes: Partial<TranscriptItem> = {},
): TranscriptItem =>
  item(seq, content, { participantId: ownId, participantRole: 'AGENT', displayName: 'Maria', ...changes });

export const endItem = (seq: number): TranscriptItem =>
  item(seq, null, {
    type: 'EVENT',
    contentType: contentTypes.ended,
    participantId: null,
    participantRole: null,
    displayName: null,
  });

export function chat(
  number: number,
  items: readonly TranscriptItem[] = [],
  changes: Partial<AgentChat> = {},
): AgentChat {
  const { card: given = card(number), ...rest } = changes;
  return { ...items.reduce(withItem, createChat(given, ownId)), ...rest };
}

export const offer = (number: number, changes: Partial<Offer> = {}): Offer => ({
  card: card(number),
  latestMessage: 'Where is my parcel?',
  messageCount: 1,
  deadline: someTime + 20_000,
  ringMilliseconds: 20_000,
  answer: undefined,
  ...changes,
});
