import type { KeptChat } from './kept-chat.js';
import type { KeptUpload } from './kept-upload.js';
import { createMemoryValues, type KeptValues } from './kept-values.js';
import type { OutgoingMessage } from './outgoing.js';

/**
 * Keeps what is said and not stored yet. Several tabs may share it, so messages are added and removed one by one, never
 * written as a whole. Nothing here rejects: where storage fails, things live as long as the page.
 */
export interface MessageStore {
  /** In the order in which they were said. */
  readMessages(): Promise<OutgoingMessage[]>;
  addMessage(message: OutgoingMessage): Promise<void>;
  removeMessage(clientToken: string): Promise<void>;
}

/** Keeps one widget's chat, what is not sent yet, and the draft. */
export interface ChatStore extends MessageStore {
  readChat(): KeptChat | undefined;
  writeChat(chat: KeptChat | undefined): void;
  /** Files that are not said yet, by their client tokens. */
  readonly uploads: KeptValues<KeptUpload>;
  readDraft(): Promise<string>;
  writeDraft(text: string): Promise<void>;
  /** Forgets everything of this widget. */
  clear(): Promise<void>;
}

/** Keeps things as long as the page lives: for browsers that deny storage, and for programs. */
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
