import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { ChatEnd, Speaker } from './entry.js';

/** What the participants of a role may do, what they are shown, and what they are to the others. */
export interface RoleRights {
  /** The contact is for this participant: it waits in queues for them, what they send asks for an answer, and it ends when they leave. */
  readonly isServed: boolean;
  /** Takes the contact out of its queue, and is load of the account behind the participant. */
  readonly countsAsLoad: boolean;
  /** May send messages and files, and be shown typing. */
  readonly maySpeak: boolean;
  /** Why the contact is over where the participant ends it for everybody; null: may not end it. */
  readonly endsAs: ChatEnd | null;
  /** The others see the participant come, go, type and read. What the participant sends is always seen. */
  readonly isVisible: boolean;
  /** Is shown what is meant for staff: private notes, whether the customer is connected, how they rated the contact. */
  readonly seesNotes: boolean;
  /** The side of an interactive message that the participant sends. */
  readonly interactive: 'question' | 'answer';
}

/** Every right of every role. Nothing else in the service asks for a role. */
const roles: Readonly<Record<ParticipantRole, RoleRights>> = {
  CUSTOMER: {
    isServed: true,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: 'CUSTOMER',
    isVisible: true,
    seesNotes: false,
    interactive: 'answer',
  },
  AGENT: {
    isServed: false,
    countsAsLoad: true,
    maySpeak: true,
    endsAs: 'AGENT',
    isVisible: true,
    seesNotes: true,
    interactive: 'question',
  },
  SYSTEM: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: null,
    isVisible: true,
    seesNotes: false,
    interactive: 'question',
  },
  // Listens; whoever is to be heard as well needs more than this row.
  SUPERVISOR: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: false,
    endsAs: null,
    isVisible: false,
    seesNotes: true,
    interactive: 'question',
  },
  CUSTOM_BOT: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: null,
    isVisible: true,
    seesNotes: false,
    interactive: 'question',
  },
};

/** The rights of a participant. */
export const rightsOf = ({ role }: Pick<Speaker, 'role'>): RoleRights => roles[role];
