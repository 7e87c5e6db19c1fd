import { createStore, del, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import { createMemoryStore, type ChatStore } from './chat-store.js';
import { readKeptChat, writeKeptChat, type WidgetAddress } from './kept-chat.js';
import type { OutgoingMessage } from './outgoing.js';

/**
 * Keeps a widget's chat in the browser, all under the name `connect-chat`: the participant token in localStorage,
 * messages and draft in an IndexedDB database that is made when the first of them is written. Where that is denied
 * (private windows, a visitor's choice), in memory.
 */
export function createPageStore(address: WidgetAddress): ChatStore {
  const memory = createMemoryStore();
  const root = `${address.serviceUrl} ${address.widgetId} `;
  const draftKey = `${root}draft`;
  const messagePrefix = `${root}message `;
  let database: UseStore | undefined;

  async function stored<Result>(
    use: (database: UseStore) => Promise<Result>,
    otherwise: () => Promise<Result>,
  ): Promise<Result> {
    try {
      database ??= createStore('connect-chat', 'kept');
      return await use(database);
    } catch {
      return otherwise();
    }
  }
  const mine = async <Value>(db: UseStore, prefix: string): Promise<[string, Value][]> =>
    (await entries<string, Value>(db)).filter(([key]) => key.startsWith(prefix));

  return {
    readChat: () => memory.readChat() ?? readKeptChat(address),
    writeChat: (chat) => memory.writeChat(writeKeptChat(address, chat) ? undefined : chat),
    readMessages: () =>
      stored(
        async (db) =>
          (await mine<OutgoingMessage>(db, messagePrefix))
            .map(([, message]) => message)
            .sort((a, b) => a.createdAt - b.createdAt),
        () => memory.readMessages(),
      ),
    addMessage: (message) =>
      stored(
        (db) => set(messagePrefix + message.clientToken, message, db),
        () => memory.addMessage(message),
      ),
    removeMessage: (clientToken) =>
      stored(
        (db) => del(messagePrefix + clientToken, db),
        () => memory.removeMessage(clientToken),
      ),
    readDraft: () =>
      stored(
        async (db) => (await get<string>(draftKey, db)) ?? '',
        () => memory.readDraft(),
      ),
    writeDraft: (text) =>
      stored(
        (db) => (text ? set(draftKey, text, db) : del(draftKey, db)),
        () => memory.writeDraft(text),
      ),
    async clear() {
      await memory.clear();
      writeKeptChat(address, undefined);
      await stored(
        async (db) =>
          delMany(
            (await mine(db, root)).map(([key]) => key),
            db,
          ),
        async () => undefined,
      );
    },
  };
}
