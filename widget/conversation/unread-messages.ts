import type { LazyAlerts } from '../alerts/lazy-alerts.js';
import type { ReadMarks } from '../elements/transcript/transcript-view.js';
import { dispatchChatEvent } from '../events/chat-event.js';
import { isSeen, shownConfiguration, type ConversationContext } from './conversation-host.js';
import { countUnread } from './count-unread.js';
import { receiveReceipt } from './state/conversation-state.js';

/** How far each side has read: counts the messages that the visitor has not seen, and tells the service of those seen. */
export interface UnreadMessages {
  /** Counts again, and reports a change to the page. */
  count(): void;
  /** Marks everything as read if the visitor sees it. `showsEnd` says whether the newest item is on the screen. */
  markRead(showsEnd: boolean | undefined): void;
  /** Another participant, or the visitor in another tab, received or read up to these numbers. */
  receive(receipt: { participantId: string } & ReadMarks): void;
}

export function createUnreadMessages({
  host,
  session,
  current,
  alerts,
}: ConversationContext & { readonly alerts: LazyAlerts }): UnreadMessages {
  const count = (): void => {
    const unread = countUnread(session, current.value.ownRead);
    if (unread === current.value.unread) return;
    current.change({ unread });
    if (shownConfiguration(host).features.unreadInTitle)
      alerts.use(({ title }) => title.show(current.value.unread));
    dispatchChatEvent(host, 'connect-chat-unread', { count: unread });
  };
  return {
    count,
    markRead(showsEnd) {
      const last = session.items[session.items.length - 1];
      if (last && showsEnd && isSeen(host) && last.seq > current.value.ownRead) {
        current.value = { ...current.value, ownRead: last.seq };
        session.read(last.seq);
      }
      count();
    },
    receive(receipt) {
      const isOwn = receipt.participantId === session.participantId;
      current.change(receiveReceipt(current.value, receipt, isOwn));
      count();
    },
  };
}
