import type { AgentChat } from './agent-chat.js';
import { neighbourOf } from './next-chat.js';
import type { Question } from './question.js';

/** What the agent looks at, and what the agent was asked: a snapshot that is replaced at each change. */
export interface DeskState {
  /** The chat in front: the first one, until the agent comes to another. */
  readonly front: string | undefined;
  /** What a narrow screen shows; a wide one shows both. */
  readonly view: 'list' | 'chat';
  /** The chats that the agent accepted, until they come. */
  readonly awaited: readonly string[];
  /** What the agent is asked before it is done. */
  readonly question: Question | undefined;
  /** What was refused last, in a sentence. */
  readonly problem: string;
  /** What was done last and shows nowhere else, in a sentence. */
  readonly done: string;
}

export const initialDesk: DeskState = {
  front: undefined,
  view: 'list',
  awaited: [],
  question: undefined,
  problem: '',
  done: '',
};

/** A chat that was accepted and has come now. */
export const arrivedChat = ({ awaited }: DeskState, chats: readonly AgentChat[]): string | undefined =>
  chats.find(({ contactId }) => awaited.includes(contactId))?.contactId;

/**
 * The desk with the chats as they are now: one that was accepted comes to the front, and the place of one that is gone
 * is the first one's. Without chats there is only the list.
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

/** The agent comes to a chat: on a narrow screen it takes the place of the list. */
export const withFront = (state: DeskState, contactId: string): DeskState => ({
  ...state,
  front: contactId,
  view: 'chat',
});

/** The agent waits for a chat that was accepted. */
export const awaiting = (state: DeskState, contactId: string): DeskState => ({
  ...state,
  awaited: [...without(state.awaited, contactId), contactId],
});

/** The agent closes a chat: one beside it takes its place. */
export const withoutChat = (state: DeskState, chats: readonly AgentChat[], contactId: string): DeskState =>
  state.front === contactId ? { ...state, front: neighbourOf(chats, contactId) } : state;

const without = (ids: readonly string[], gone: string): string[] => ids.filter((id) => id !== gone);
