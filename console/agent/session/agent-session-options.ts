import type { ChatError } from '../../../client/chat-error.js';
import type { Environment } from '../../../client/environment.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { AgentSessionState } from './agent-connection.js';
import type { TabMemory } from '../storage/tab-memory.js';

export interface AgentSessionOptions {
  /** The service's origin, without a slash at the end. */
  serviceUrl: string;
  /** Keeps unsent messages and the chosen status over a reload. */
  memory: TabMemory;
  /** Returns whether the staff session is still valid; called when a connection can't be opened. */
  isSignedIn?: () => Promise<boolean>;
  environment?: Partial<Environment>;
}

export interface AgentSessionEvents {
  state(state: AgentSessionState): void;
  /** The state, the chats or the offers changed. */
  change(): void;
  /** New items of a chat. `isLive` is false for items of the history, which is sent first. */
  items(contactId: string, added: readonly TranscriptItem[], isLive: boolean): void;
  /** A chat went back to its queue and is no longer this agent's. */
  left(contactId: string): void;
  error(error: ChatError): void;
}
