import { plainContent } from '../../../shared/plain-content.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { Offer } from './offer.js';

/** So many characters of what was said are read out at once. */
const charactersAtMost = 120;

/** What screen readers say of a message in a chat that is not in front: who, and what. */
export const messageAnnouncement = (name: string, item: TranscriptItem): string =>
  `${name}: ${shorten(item.type === 'ATTACHMENT' ? `file ${plainContent(item)}` : plainContent(item))}`;

/** What screen readers say of chats that ring. */
export const offerAnnouncement = (offers: readonly Offer[]): string =>
  [...offers.map(toSentence), 'Press Alt+Enter to accept.'].join(' ');

const toSentence = ({ card, latestMessage }: Offer): string =>
  `New chat from ${card.customer.displayName}${latestMessage ? `: ${shorten(latestMessage)}` : '.'}`;

/** Cuts at a word, where there is one. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= charactersAtMost) return line;
  const cut = line.slice(0, charactersAtMost);
  return `${cut.replace(/\s\S*$/, '')}…`;
}
