import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** The visitor's participant in sample chats. */
export const sampleCustomerId = 'sample-customer';

type Line = [role: 'SYSTEM' | 'AGENT' | 'CUSTOMER', content: string | null, contentType?: string];

const names = { SYSTEM: 'System', AGENT: 'Maria', CUSTOMER: 'You' };

const greeting: Line = ['SYSTEM', 'Welcome! An agent will be with you shortly.'];
const chat: Line[] = [
  greeting,
  ['AGENT', null, contentTypes.joined],
  ['AGENT', 'Hi, I’m Maria. How can I help?'],
  ['CUSTOMER', 'Where’s my parcel? It should have arrived yesterday.'],
  ['AGENT', 'Let me check that for you.'],
  ['AGENT', 'It’s on its way and should arrive tomorrow morning.'],
  ['CUSTOMER', 'Thank you!'],
];
const lines: Record<'open' | 'chat' | 'nobody' | 'ended', Line[]> = {
  open: [greeting],
  chat,
  ended: [...chat, ['AGENT', null, contentTypes.left], ['SYSTEM', null, contentTypes.ended]],
  nobody: [
    ['SYSTEM', 'No one’s available right now. Leave a message and we’ll reply as soon as we’re back.'],
    ['CUSTOMER', 'Please let me know when the blue one is back in stock.'],
  ],
};

/** A transcript for a look at it, in order of `seq`. */
export const sampleTranscript = (kind: keyof typeof lines): TranscriptItem[] =>
  lines[kind].map((line, index) => sampleItem(index + 1, line));

/** One item of a sample. */
export const sampleItem = (seq: number, [role, content, contentType]: Line): TranscriptItem => ({
  seq,
  id: `sample.${seq}`,
  type: content === null ? 'EVENT' : 'MESSAGE',
  contentType: contentType ?? contentTypes.plain,
  content,
  participantId: role === 'CUSTOMER' ? sampleCustomerId : `sample-${role.toLowerCase()}`,
  participantRole: role,
  displayName: names[role],
  absoluteTime: new Date(Date.UTC(2026, 2, 2, 10, seq)).toISOString(),
});
