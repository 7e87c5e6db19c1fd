import { plainContent } from '../../../shared/plain-content.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { Offer } from './offer.js';

/** The maximum number of characters of a message that are announced. */
const maxCharacters = 120;

/** Returns the announcement of a message in a chat that is not active: its author and its content. */
export const messageAnnouncement = (name: string, item: TranscriptItem): string =>
  `${name}: ${messageExcerpt(item)}`;

/** Returns the beginning of a message, or the name of a file. */
export const messageExcerpt = (item: TranscriptItem): string =>
  shorten(item.type === 'ATTACHMENT' ? `file ${plainContent(item)}` : plainContent(item));

/** Returns the beginning of what the customer of an offer has said. */
export const offerExcerpt = ({ latestMessage }: Offer): string =>
  latestMessage ? shorten(latestMessage) : '';

/** Returns the announcement of new offers. */
export const offerAnnouncement = (offers: readonly Offer[]): string =>
  [...offers.map(toSentence), 'Press Alt+Enter to accept.'].join(' ');

const toSentence = ({ card, latestMessage }: Offer): string =>
  `New chat from ${card.customer.displayName}${latestMessage ? `: ${shorten(latestMessage)}` : '.'}`;

/** Cuts a text at the end of a word, if it has several words. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= maxCharacters) return line;
  const cut = line.slice(0, maxCharacters);
  return `${cut.replace(/\s\S*$/, '')}…`;
}
