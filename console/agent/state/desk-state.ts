import type { AgentChat } from './agent-chat.js';
import type { DeskDialog } from './desk-dialog.js';
import { neighbourOf } from './next-chat.js';
import type { Question } from './question.js';

/** The state of the desk: an immutable snapshot, replaced at each change. */
export interface DeskState {
  /** The contact id of the active chat: the first one until the agent goes to another. */
  readonly front: string | undefined;
  /** What a narrow screen shows. A wide screen shows both. */
  readonly view: 'list' | 'chat';
  /** The contact ids of accepted offers whose chats have not arrived yet. */
  readonly awaited: readonly string[];
  /** The confirmation that is shown. */
  readonly question: Question | undefined;
  /** The dialog that is open. */
  readonly dialog: DeskDialog | undefined;
  /** Why the service refused the last action, in a sentence. */
  readonly problem: string;
  /** What was done last and shows nowhere else, in a sentence. */
  readonly done: string;
}

export const initialDesk: DeskState = {
  front: undefined,
  view: 'list',
  awaited: [],
  question: undefined,
  dialog: undefined,
  problem: '',
  done: '',
};

/** Returns the contact id of an accepted chat that has arrived. */
export const arrivedChat = ({ awaited }: DeskState, chats: readonly AgentChat[]): string | undefined =>
  chats.find(({ contactId }) => awaited.includes(contactId))?.contactId;

/**
 * Returns the state for the current chats. An accepted chat that has arrived becomes active; if the active chat is
 * gone, the first one does. Without chats the list is shown.
 */
export function withChats(state: DeskState, chats: readonly AgentChat[]): DeskState {
  const arrived = arrivedChat(state, chats);
  if (arrived !== undefined)
    return { ...withFront(state, arrived), awaited: without(state.awaited, arrived) };
  const isThere = chats.some(({ contactId }) => contactId === state.front);
  const front = isThere ? state.front : chats[0]?.contactId;
  const view = chats.length === 0 ? 'list' : state.view;
  return front === state.front && view === state.view ? state : { ...state, front, view };
}

/** Returns the state with another active chat, which replaces the list on a narrow screen. */
export const withFront = (state: DeskState, contactId: string): DeskState => ({
  ...state,
  front: contactId,
  view: 'chat',
});

/** Returns the state with one more accepted offer. */
export const awaiting = (state: DeskState, contactId: string): DeskState => ({
  ...state,
  awaited: [...without(state.awaited, contactId), contactId],
});

/** Returns the state without a closed chat: a neighbour becomes active. */
export const withoutChat = (state: DeskState, chats: readonly AgentChat[], contactId: string): DeskState =>
  state.front === contactId ? { ...state, front: neighbourOf(chats, contactId) } : state;

const without = (ids: readonly string[], gone: string): string[] => ids.filter((id) => id !== gone);
