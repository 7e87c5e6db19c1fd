import type { SessionState } from '../../../client/session-state.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** How far others have received and read: numbers of the contact's log. */
interface Marks {
  readonly delivered: number;
  readonly read: number;
}

/** What an open chat knows beside its session: a snapshot that is replaced at each change, never altered. */
export interface ConversationState {
  /** Chats that have ended on this page, in order: they can still be read above the next one. */
  readonly earlier: readonly (readonly TranscriptItem[])[];
  /** How far the others have received and read. */
  readonly marks: Marks;
  /** The last number that the visitor has seen. */
  readonly ownRead: number;
  /** How many messages the visitor has not seen. */
  readonly unread: number;
  /** Who is typing; empty if no participant is. */
  readonly typing: string;
  /** The unsent text. */
  readonly draft: string;
  /** What the visitor answered before the chat: a start that failed does not ask again. */
  readonly answers: Record<string, string>;
  /** Where the visitor waits for an agent; 0 for nowhere. */
  readonly place: number;
  /** Whether the visitor has asked for the chat after this one. */
  readonly isAgain?: boolean;
  /** The chat whose start the page knows: it is told once, not at each reconnection. */
  readonly announced?: string | undefined;
}

const nothingRead: Marks = { delivered: 0, read: 0 };

/** What is known before the first chat. */
export const initialState: ConversationState = {
  earlier: [],
  marks: nothingRead,
  ownRead: 0,
  unread: 0,
  typing: '',
  draft: '',
  answers: {},
  place: 0,
};

/** The session came to `state`, with this contact and these items. */
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

/** Somebody received or read up to these numbers; no receipt takes anything back. */
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

/** The items of earlier chats, then those of the present one: the same array where there is nothing above. */
export function withEarlier(
  { earlier }: ConversationState,
  items: readonly TranscriptItem[],
): readonly TranscriptItem[] {
  // A chat that is over, and still shown, is among the earlier ones already.
  const above = earlier.filter(([first]) => first!.id !== items[0]?.id);
  return above.length > 0 ? [...above.flat(), ...items] : items;
}
