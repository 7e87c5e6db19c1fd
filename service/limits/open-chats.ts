import { ServiceError } from '../errors.js';
import { createOccupancy } from './occupancy.js';

/** What this counter needs of a contact's summary. */
export interface NotedContact {
  contactId: string;
  widgetId: string;
  state: 'ACTIVE' | 'ENDED';
}

/** A start in progress, which already counts as an open chat. Call exactly one of `keep` and `release`. */
export interface StartingChat {
  /** The start is durable, as this contact. */
  keep(contactId: string): void;
  /** The start failed. */
  release(): void;
}

/**
 * Counts the active contacts of each widget and of each client address. The counts of widgets follow the
 * contacts' summaries, so they are right after a restart. The log holds no addresses, so those are counted
 * from the start of the process.
 */
export interface OpenChats {
  /** Throws TOO_MANY_CHATS. */
  begin(from: { widgetId: string; address: string }): StartingChat;
  /** Call it with each new or changed summary. */
  note(contact: NotedContact): void;
}

export interface OpenChatsOptions {
  perAddress: number | null;
  perWidget: number | null;
}

/** Seconds after which a client retries. */
const retryAfter = 15;

export function createOpenChats({ perAddress, perWidget }: OpenChatsOptions): OpenChats {
  const widgets = createOccupancy(perWidget);
  const addresses = createOccupancy(perAddress);
  /** The active contacts, each with the address for which it counts; null if that is unknown. */
  const active = new Map<string, string | null>();

  function end({ contactId, widgetId }: NotedContact): void {
    const address = active.get(contactId);
    if (address === undefined) return;
    active.delete(contactId);
    widgets.leave(widgetId);
    if (address !== null) addresses.leave(address);
  }

  return {
    begin({ widgetId, address }) {
      if (widgets.isFull(widgetId)) throw tooMany('with this widget');
      if (addresses.isFull(address)) throw tooMany('from your network');
      widgets.enter(widgetId);
      addresses.enter(address);
      return {
        keep(contactId) {
          widgets.leave(widgetId);
          // A repeated start finds a contact that is already counted or has ended.
          if (active.get(contactId) === null) active.set(contactId, address);
          else addresses.leave(address);
        },
        release() {
          widgets.leave(widgetId);
          addresses.leave(address);
        },
      };
    },
    note(contact) {
      if (contact.state === 'ENDED') return end(contact);
      if (active.has(contact.contactId)) return;
      active.set(contact.contactId, null);
      widgets.enter(contact.widgetId);
    },
  };
}

const tooMany = (where: string): ServiceError =>
  new ServiceError('TOO_MANY_CHATS', {
    message: `Too many chats are open ${where}. Try again in a little while.`,
    retryAfter,
  });
