import type { AckFrame } from '../shared/protocol/participant-frames.js';
import type { ParticipantRole, TranscriptItem } from '../shared/transcript-item.js';
import type { OutgoingMessage } from './outgoing.js';

/** The participant on this side of the chat. */
export interface OwnSpeaker {
  participantId: string;
  participantRole: ParticipantRole;
  displayName: string | null;
}

/** The item of a message that was acknowledged: the service sends `ack` instead of the item. */
export function toOwnItem(
  { contentType, content, attachment }: OutgoingMessage,
  { seq, id, absoluteTime }: AckFrame,
  own: OwnSpeaker,
): TranscriptItem {
  return {
    seq,
    id,
    contentType,
    ...(attachment
      ? { type: 'ATTACHMENT' as const, content: null, attachment }
      : { type: 'MESSAGE' as const, content }),
    ...own,
    absoluteTime,
  };
}
