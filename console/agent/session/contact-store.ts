import type { MessageStore } from '../../../client/chat-store.js';
import type { OutgoingMessage } from '../../../client/outgoing.js';
import type { TabMemory } from '../storage/tab-memory.js';

/** Stores the unsent messages of one chat in the tab's memory. */
export function createContactStore(memory: TabMemory, contactId: string): MessageStore {
  const name = `outbox:${contactId}`;
  const read = (): OutgoingMessage[] => {
    const known = memory.read(name);
    return Array.isArray(known) ? (known as OutgoingMessage[]) : [];
  };
  const write = (messages: OutgoingMessage[]): void =>
    memory.write(name, messages.length > 0 ? messages : undefined);
  return {
    readMessages: async () => read(),
    addMessage: async (message) => write([...read(), message]),
    removeMessage: async (clientToken) => {
      const left = read().filter((message) => message.clientToken !== clientToken);
      if (left.length < read().length) write(left);
    },
  };
}
