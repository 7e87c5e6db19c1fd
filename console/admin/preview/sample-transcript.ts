import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { VisitorTexts } from '../../../shared/visitor-texts/visitor-texts.js';

/** The visitor's participant id in sample chats. */
export const sampleCustomerId = 'sample-customer';

type Line = [role: 'SYSTEM' | 'AGENT' | 'CUSTOMER', content: string | null, contentType?: string];

const names = { SYSTEM: 'System', AGENT: 'Maria', CUSTOMER: 'You' };

/** The input of a sample chat. */
export interface SampleSource {
  /** The widget's texts, in the language of the preview. */
  texts: VisitorTexts;
  /** Whether opening the panel starts the chat; otherwise the visitor writes first. */
  startsOnOpen: boolean;
}

/** The progress of a sample chat. */
export type SampleChat = 'none' | 'started' | 'chat' | 'nobody' | 'ended';

/** Creates a sample transcript, ordered by `seq`. Automatic messages match those of the default flow. */
export function sampleTranscript(kind: SampleChat, { texts, startsOnOpen }: SampleSource): TranscriptItem[] {
  const opening = (answer: string, firstMessage: string): Line[] => {
    const flow: Line[] = [
      ['SYSTEM', texts.greeting],
      ['SYSTEM', answer],
    ];
    const customer: Line = ['CUSTOMER', firstMessage];
    return startsOnOpen ? [...flow, customer] : [customer, ...flow];
  };
  const chat: Line[] = [
    ...opening(texts.connecting, 'Where’s my parcel? It should have arrived yesterday.'),
    ['AGENT', null, contentTypes.joined],
    ['AGENT', 'Hi, I’m Maria. Let me check that for you.'],
    ['AGENT', 'It’s on its way and should arrive tomorrow morning.'],
    ['CUSTOMER', 'Thank you!'],
  ];
  const lines: Record<SampleChat, Line[]> = {
    none: [],
    started: [
      ['SYSTEM', texts.greeting],
      ['SYSTEM', texts.connecting],
    ],
    chat,
    nobody: opening(texts.nobodyAvailable, 'Please let me know when the blue one is back in stock.'),
    ended: [...chat, ['AGENT', null, contentTypes.left], ['SYSTEM', null, contentTypes.ended]],
  };
  return lines[kind].map((line, index) => sampleItem(index + 1, line));
}

/** Creates an item of a sample transcript. */
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
