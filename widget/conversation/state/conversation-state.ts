import type { SessionState } from '../../../client/session-state.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** How far the other participants have received and read: numbers of the contact's log. */
interface Marks {
  readonly delivered: number;
  readonly read: number;
}

/** A place in the queue: 1 is the next, 0 if the visitor does not wait; and the probable wait, if it is known. */
export interface QueuePlace {
  readonly position?: number;
  readonly waitMinutes?: number;
}

export const noPlace: QueuePlace = {};

/** A snapshot of what an open chat knows beside its session. Changes replace it and never modify it. */
export interface ConversationState {
  /** Chats that have ended on this page, in order: the panel shows them above the next one. */
  readonly earlier: readonly (readonly TranscriptItem[])[];
  /** How far the other participants have received and read. */
  readonly marks: Marks;
  /** The number of the last item that the visitor has seen. */
  readonly ownRead: number;
  /** How many messages the visitor has not seen. */
  readonly unread: number;
  /** Who is typing; empty if no participant is. */
  readonly typing: string;
  /** The unsent text. */
  readonly draft: string;
  /** The visitor's answers to the pre-chat form: a start that failed does not ask again. */
  readonly answers: Record<string, string>;
  /** The visitor's position in the queue; 0 if they do not wait. */
  readonly place: QueuePlace;
  /** Whether the visitor has asked for another chat. */
  readonly isAgain?: boolean;
  /** The contact whose start was reported to the page: reconnections are not reported as starts. */
  readonly announced?: string | undefined;
}

const nothingRead: Marks = { delivered: 0, read: 0 };

/** The state before the first chat. */
export const initialState: ConversationState = {
  earlier: [],
  marks: nothingRead,
  ownRead: 0,
  unread: 0,
  typing: '',
  draft: '',
  answers: {},
  place: noPlace,
};

/** The session has entered `state`, with this contact and these items. */
export function enterPhase(
  before: ConversationState,
  { state, contactId, items }: EnteredPhase,
): ConversationState {
  const hasEnded = state === 'ended';
  return {
    ...before,
    isAgain: hasEnded && before.isAgain,
    announced: state === 'live' ? contactId : before.announced,
    earlier: hasEnded && items.length > 0 ? [...before.earlier, [...items]] : before.earlier,
    ...(state === 'idle' && { marks: nothingRead, ownRead: 0 }),
  };
}
interface EnteredPhase {
  readonly state: SessionState;
  readonly contactId: string | undefined;
  readonly items: readonly TranscriptItem[];
}

/** A participant received or read up to these numbers. Marks only rise. */
export function receiveReceipt(
  before: ConversationState,
  { delivered, read }: Marks,
  isOwn: boolean,
): ConversationState {
  const { marks, ownRead } = before;
  if (isOwn) return { ...before, ownRead: Math.max(ownRead, read) };
  const next = {
    delivered: Math.max(marks.delivered, delivered, read),
    read: Math.max(marks.read, read),
  };
  return { ...before, marks: next };
}

/** Returns the items of earlier chats, then those of the present one; the same array if there are no earlier ones. */
export function withEarlier(
  { earlier }: ConversationState,
  items: readonly TranscriptItem[],
): readonly TranscriptItem[] {
  // A chat that ended, and is still the present one, is among the earlier ones already.
  const above = earlier.filter(([first]) => first!.id !== items[0]?.id);
  return above.length > 0 ? [...above.flat(), ...items] : items;
}
