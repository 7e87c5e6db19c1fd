import type { ChatStore } from './chat-store.js';
import type { KeptChat, WidgetAddress } from './kept-chat.js';
import { createPageValues, databaseAtNeed } from './kept-values.js';
import type { KeptUpload } from './kept-upload.js';
import type { OutgoingMessage } from './outgoing.js';
import { readKeptChat, writeKeptChat } from './stored-chat.js';

/**
 * Stores a widget's chat in the browser, under names that begin with `connect-chat`: the participant token in
 * localStorage; messages, files and the draft in an IndexedDB database, which is created with the first of them.
 */
export function createPageStore(address: WidgetAddress): ChatStore {
  const root = `${address.serviceUrl} ${address.widgetId} `;
  const database = databaseAtNeed();
  const messages = createPageValues<OutgoingMessage>(`${root}message `, database);
  const uploads = createPageValues<KeptUpload>(`${root}upload `, database);
  const drafts = createPageValues<string>(`${root}draft`, database);
  let chatInMemory: KeptChat | undefined;

  return {
    readChat: () => chatInMemory ?? readKeptChat(address),
    writeChat: (chat) => void (chatInMemory = writeKeptChat(address, chat) ? undefined : chat),
    readMessages: async () => (await messages.list()).sort((a, b) => a.createdAt - b.createdAt),
    addMessage: (message) => messages.set(message.clientToken, message),
    removeMessage: messages.remove,
    uploads,
    readDraft: async () => (await drafts.list())[0] ?? '',
    writeDraft: (text) => (text ? drafts.set('', text) : drafts.remove('')),
    async clear() {
      chatInMemory = undefined;
      writeKeptChat(address, undefined);
      await Promise.all([messages, uploads, drafts].map((values) => values.clear()));
    },
  };
}
