import type { ChosenStatus } from '../../../shared/agent-status.js';
import type { FileIntent } from '../../../widget/events/file-event.js';

/** What an agent asks for by pressing or typing something in the console. */
export type AgentIntent =
  | { type: 'status'; status: ChosenStatus }
  | { type: 'accept' | 'decline'; contactId: string }
  /** `select` activates a chat and focuses its composer; `touch` activates the chat that got the focus. */
  | { type: 'select' | 'touch'; contactId: string }
  | { type: 'draft'; contactId: string; text: string }
  | { type: 'send'; contactId: string; text: string }
  | { type: 'file'; contactId: string; intent: FileIntent }
  | { type: 'retry' | 'discard'; contactId: string; clientToken: string }
  | { type: 'end'; contactId: string; isByKey: boolean }
  /** `seen`: the newest item of a chat is visible. */
  | { type: 'close' | 'seen'; contactId: string }
  | { type: 'list' }
  /** Shows or hides the customer's details, of this chat or of the active one. */
  | { type: 'details'; contactId?: string; isOpen: boolean }
  | { type: 'mute'; isMuted: boolean }
  | { type: 'reconnect' }
  /** The agent has read that chats went back to their queues. */
  | { type: 'dismiss-returned' }
  | { type: 'ask-before-end'; isAsked: boolean }
  /** The answer to the question that is shown. */
  | { type: 'confirm' | 'cancel' }
  | { type: 'sign-out'; isConfirmed?: boolean };
