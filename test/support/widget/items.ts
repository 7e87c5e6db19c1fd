/** Why: transcript items have many members. Name those that the test is about; the others have defaults. */
import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** The visitor's participant. */
export const visitorId = 'visitor';

export const said = (seq: number, content: string, change: Partial<TranscriptItem> = {}): TranscriptItem => ({
  seq,
  id: `k1.${seq}`,
  type: 'MESSAGE',
  contentType: contentTypes.plain,
  content,
  participantId: 'agent',
  participantRole: 'AGENT',
  displayName: 'Ada',
  absoluteTime: new Date(Date.UTC(2026, 5, 1) + seq * 1000).toISOString(),
  ...change,
});

export const ownSaid = (seq: number, content: string): TranscriptItem =>
  said(seq, content, { participantId: visitorId, participantRole: 'CUSTOMER', displayName: 'Cleo' });

export const happened = (
  seq: number,
  what: 'joined' | 'left' | 'ended',
  change: Partial<TranscriptItem> = {},
): TranscriptItem =>
  said(seq, '', { type: 'EVENT', contentType: contentTypes[what], content: null, ...change });
