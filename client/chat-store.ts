import type { KeptChat } from './kept-chat.js';
import type { KeptUpload } from './kept-upload.js';
import { createMemoryValues, type KeptValues } from './kept-values.js';
import type { OutgoingMessage } from './outgoing.js';

/**
 * Stores messages until the service has them. Several tabs may share a store, so messages are added and removed one
 * by one, and never written as a whole. Nothing here rejects: if storage fails, values live as long as the page.
 */
export interface MessageStore {
  /** In the order in which they were sent. */
  readMessages(): Promise<OutgoingMessage[]>;
  addMessage(message: OutgoingMessage): Promise<void>;
  removeMessage(clientToken: string): Promise<void>;
}

/** Stores one widget's chat, its unsent messages and the draft. */
export interface ChatStore extends MessageStore {
  readChat(): KeptChat | undefined;
  writeChat(chat: KeptChat | undefined): void;
  /** Files that are not sent yet, by their client tokens. */
  readonly uploads: KeptValues<KeptUpload>;
  readDraft(): Promise<string>;
  writeDraft(text: string): Promise<void>;
  /** Forgets everything about this widget. */
  clear(): Promise<void>;
}

/** Stores values as long as the page lives: for browsers that deny storage, and for programs. */
export function createMemoryStore(): ChatStore {
  let chat: KeptChat | undefined;
  let draft = '';
  const messages = createMemoryValues<OutgoingMessage>();
  const uploads = createMemoryValues<KeptUpload>();
  return {
    readChat: () => chat,
    writeChat: (next) => void (chat = next),
    readMessages: messages.list,
    addMessage: (message) => messages.set(message.clientToken, message),
    removeMessage: messages.remove,
    uploads,
    readDraft: async () => draft,
    writeDraft: async (text) => void (draft = text),
    async clear() {
      chat = undefined;
      draft = '';
      await messages.clear();
      await uploads.clear();
    },
  };
}
