import { isOpen, type AgentChat } from './agent-chat.js';
import type { AgentIntent } from './agent-intent.js';

/** The confirmation of an action that can't be undone. */
export interface Question {
  /** The action that is confirmed. */
  readonly intent: AgentIntent;
  readonly heading: string;
  readonly text: string;
  /** The text of the button that confirms. */
  readonly action: string;
  /** What the agent can do instead, with the text of its button. */
  readonly instead?: { readonly intent: AgentIntent; readonly action: string };
}

/**
 * Returns the question to ask before an action; undefined if it needs none. Ending a chat by keyboard always needs
 * one.
 */
export function questionBefore(
  intent: AgentIntent,
  { chats, asksBeforeEnd }: { chats: readonly AgentChat[]; asksBeforeEnd: boolean },
): Question | undefined {
  if (intent.type === 'end' && (asksBeforeEnd || intent.isByKey)) return beforeEnd(intent, chats);
  const open = chats.filter(isOpen).length;
  if (open === 0) return undefined;
  if (intent.type === 'sign-out' && !intent.isConfirmed)
    return { intent, heading: 'Sign out?', text: backToQueue(open), action: 'Sign out' };
  if (intent.type === 'status' && intent.status === 'OFFLINE')
    return {
      ...{ intent, heading: 'Go offline?', text: backToQueue(open), action: 'Go offline' },
      instead: { intent: { type: 'status', status: 'NEXT:OFFLINE' }, action: 'After my chats' },
    };
  return undefined;
}

function beforeEnd(intent: AgentIntent & { contactId: string }, chats: readonly AgentChat[]): Question {
  const chat = chats.find(({ contactId }) => contactId === intent.contactId);
  const name = chat?.card.customer.displayName ?? '';
  return {
    intent,
    heading: 'End this chat?',
    text: `${name} will see that the chat has ended.`,
    action: 'End chat',
  };
}

const backToQueue = (count: number): string =>
  count === 1
    ? "You have 1 open chat. It'll go back to the queue."
    : `You have ${count} open chats. They'll go back to the queue.`;
