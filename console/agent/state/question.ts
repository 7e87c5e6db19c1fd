import { isOpen, type AgentChat } from './agent-chat.js';
import type { AgentIntent } from './agent-intent.js';

/** What an agent is asked before something that can't be taken back. */
export interface Question {
  /** What is done when the agent confirms. */
  readonly intent: AgentIntent;
  readonly heading: string;
  readonly text: string;
  /** The button that confirms. */
  readonly action: string;
}

/** What has to be confirmed before this is done; undefined for nothing. A key never ends a chat unasked. */
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
    return { intent, heading: 'Go offline?', text: backToQueue(open), action: 'Go offline' };
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
