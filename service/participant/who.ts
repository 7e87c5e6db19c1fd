import type { ParticipantRole } from '../../shared/transcript-item.js';

/** One participant of one contact. */
export interface Who {
  contactId: string;
  participantId: string;
}

/** A connected participant, and their role. */
export interface ConnectedParticipant extends Who {
  role: ParticipantRole;
  widgetId: string;
}
