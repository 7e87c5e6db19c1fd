import { allHandled } from '../../shared/all-handled.js';
import type { ParticipantFrame } from '../../shared/protocol/participant-frames.js';
import type { ParticipantSession } from '../participant/participant-session.js';

/** Maps a frame of one contact to a call of its session. */
export function act(session: ParticipantSession, frame: ParticipantFrame): void {
  switch (frame.type) {
    case 'message':
      return session.send(frame);
    case 'attachment':
      return session.attach(frame);
    case 'typing':
      return session.typing();
    case 'delivered':
      return session.mark({ delivered: frame.seq });
    case 'read':
      return session.mark({ read: frame.seq });
    case 'end':
      return session.end();
    default:
      allHandled(frame);
  }
}
