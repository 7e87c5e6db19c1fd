import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** The visitor's own participant in samples. */
export const sampleCustomerId = 'sample-customer';

type Line = [role: 'SYSTEM' | 'AGENT' | 'CUSTOMER', content: string | null, contentType?: string];

const names = { SYSTEM: 'System', AGENT: 'Maria', CUSTOMER: 'You' };

const greeting: Line = ['SYSTEM', 'Welcome. An agent will be with you soon.'];
const chat: Line[] = [
  greeting,
  ['AGENT', null, contentTypes.joined],
  ['AGENT', 'Hello, this is Maria. How can I help you?'],
  ['CUSTOMER', 'Where is my parcel? It should have been here yesterday.'],
  ['AGENT', 'I am looking it up.'],
  ['AGENT', 'It is on its way: it arrives tomorrow before noon.'],
  ['CUSTOMER', 'Thank you!'],
];
const lines: Record<'open' | 'chat' | 'nobody' | 'ended', Line[]> = {
  open: [greeting],
  chat,
  ended: [...chat, ['AGENT', null, contentTypes.left], ['SYSTEM', null, contentTypes.ended]],
  nobody: [
    ['SYSTEM', 'Nobody is here at the moment. Leave your message: we answer when we are back.'],
    ['CUSTOMER', 'Please tell me when the blue one is there again.'],
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
