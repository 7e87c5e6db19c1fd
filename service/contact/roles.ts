import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { ChatEnd, Speaker } from './entry.js';

/** What the participants of a role may do and see, and what others see of them. */
export interface RoleRights {
  /**
   * The contact is for this participant: it waits in queues for them, their messages need an answer, and it ends when
   * they leave.
   */
  readonly isServed: boolean;
  /** Takes the contact out of its queue, and counts towards the `maxChats` of the participant's account. */
  readonly countsAsLoad: boolean;
  /** May send messages and files. Others see them typing. */
  readonly maySpeak: boolean;
  /** The reason of the end if this participant ends the contact for everybody; null if they may not. */
  readonly endsAs: ChatEnd | null;
  /** Others see the participant join, leave, type and read. Their messages are always visible. */
  readonly isVisible: boolean;
  /** Sees what is meant for staff: private notes, whether the customer is connected, and the rating. Writes notes. */
  readonly seesNotes: boolean;
  /** May hand the contact over to a queue or to an agent. */
  readonly mayTransfer: boolean;
  /** Whether the participant sends interactive messages or answers to them. */
  readonly interactive: 'question' | 'answer';
}

/** The rights of every role. Nothing else in the service checks a role. */
const roles: Readonly<Record<ParticipantRole, RoleRights>> = {
  CUSTOMER: {
    isServed: true,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: 'CUSTOMER',
    isVisible: true,
    seesNotes: false,
    mayTransfer: false,
    interactive: 'answer',
  },
  AGENT: {
    isServed: false,
    countsAsLoad: true,
    maySpeak: true,
    endsAs: 'AGENT',
    isVisible: true,
    seesNotes: true,
    mayTransfer: true,
    interactive: 'question',
  },
  SYSTEM: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: null,
    isVisible: true,
    seesNotes: false,
    mayTransfer: false,
    interactive: 'question',
  },
  // A supervisor only listens.
  SUPERVISOR: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: false,
    endsAs: null,
    isVisible: false,
    seesNotes: true,
    mayTransfer: false,
    interactive: 'question',
  },
  CUSTOM_BOT: {
    isServed: false,
    countsAsLoad: false,
    maySpeak: true,
    endsAs: null,
    isVisible: true,
    seesNotes: false,
    mayTransfer: false,
    interactive: 'question',
  },
};

/** The rights of a participant. One with a role of a later release, which serves the contact too, only listens here. */
export const rightsOf = ({ role }: Pick<Speaker, 'role'>): RoleRights =>
  (roles as Readonly<Partial<Record<ParticipantRole, RoleRights>>>)[role] ?? roles.SUPERVISOR;
