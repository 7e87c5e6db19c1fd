import type { ParticipantRole } from '../../shared/transcript-item.js';

/** One participant of one contact. */
export interface Who {
  contactId: string;
  participantId: string;
}

/** A participant who is connected, and for whom. */
export interface ConnectedParticipant extends Who {
  role: ParticipantRole;
  widgetId: string;
}
