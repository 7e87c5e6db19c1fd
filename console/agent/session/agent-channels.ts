import { createNanoEvents } from 'nanoevents';
import { ChatError } from '../../../client/chat-error.js';
import { ContactChannel, type ContactEvents } from '../../../client/contact-channel.js';
import type { Environment } from '../../../client/environment.js';
import type { AgentChat } from '../state/agent-chat.js';
import type { AgentConnection } from './agent-connection.js';
import type { AgentSessionEvents } from './agent-session-options.js';
import { withItem, withMarks } from '../state/chat-changes.js';
import { createContactStore } from './contact-store.js';
import { ShownTyping } from './shown-typing.js';
import type { TabMemory } from '../storage/tab-memory.js';

export interface AgentChannelsOptions {
  environment: Environment;
  /** Keeps unsent messages over a reload. */
  memory: TabMemory;
  connection: Pick<AgentConnection, 'send' | 'restart'>;
  /** Changes the snapshot of a chat, if there is one. */
  change: (contactId: string, change: (chat: AgentChat) => AgentChat) => void;
  onItems: AgentSessionEvents['items'];
}

/** A {@link ContactChannel} for each chat of an agent. Each updates the snapshot of its chat. */
export class AgentChannels {
  readonly #options: AgentChannelsOptions;
  readonly #channels = new Map<string, ContactChannel>();
  readonly #typing: ShownTyping;

  constructor(options: AgentChannelsOptions) {
    const { environment, change } = options;
    this.#options = options;
    this.#typing = new ShownTyping(environment, (contactId, typing) =>
      change(contactId, (chat) => (chat.typing === typing ? chat : { ...chat, typing })),
    );
  }

  get(contactId: string): ContactChannel | undefined {
    return this.#channels.get(contactId);
  }

  of(contactId: string): ContactChannel {
    const channel = this.#channels.get(contactId) ?? this.#create(contactId);
    this.#channels.set(contactId, channel);
    return channel;
  }

  /**
   * Fails the unsent messages of all chats but these: the others ended or were taken over while the console was away.
   */
  closeOthers(contactIds: readonly string[]): void {
    for (const [contactId, channel] of this.#channels)
      if (!contactIds.includes(contactId))
        channel.fail(new ChatError('CONTACT_ENDED', 'The chat has ended.'));
  }

  /** The connection was lost. */
  pause(): void {
    for (const channel of this.#channels.values()) channel.close();
    this.#typing.clear();
  }

  /** Forgets a chat and its unsent messages. */
  drop(contactId: string): void {
    const channel = this.#channels.get(contactId);
    channel?.sending.clear();
    channel?.close();
    this.#typing.forget(contactId);
    this.#channels.delete(contactId);
  }

  #create(contactId: string): ContactChannel {
    const { environment, memory, connection, change, onItems } = this.#options;
    const events = createNanoEvents<ContactEvents>();
    events.on('items', (added, isLive) => {
      change(contactId, (chat) => added.reduce(withItem, chat));
      onItems(contactId, added, isLive);
    });
    events.on('outbox', (waiting) => change(contactId, (chat) => ({ ...chat, waiting })));
    events.on('typing', ({ displayName }) => this.#typing.show(contactId, displayName));
    events.on('receipt', (receipt) => change(contactId, (chat) => withMarks(chat, receipt)));
    return new ContactChannel({
      environment,
      events,
      store: createContactStore(memory, contactId),
      connection: {
        send: (frame) => connection.send({ ...frame, contactId }),
        restart: () => connection.restart(),
      },
    });
  }
}
