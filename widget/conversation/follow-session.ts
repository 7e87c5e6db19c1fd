import type { SessionState } from '../../client/session-state.js';
import { contentTypes } from '../../shared/content-types.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { claimSound } from '../alerts/alert-memory.js';
import type { LazyAlerts } from '../alerts/lazy-alerts.js';
import { reportError } from '../configuration/report-error.js';
import { dispatchChatEvent } from '../events/chat-event.js';
import { isSeen, type ConversationContext } from './conversation-host.js';
import { enterPhase } from './state/conversation-state.js';
import type { UnreadMessages } from './unread-messages.js';

/** Milliseconds between renders during a replay, which brings thousands of items one by one. */
const replayInterval = 30;
/** Milliseconds for which a participant counts as typing after the last sign of it. */
const typingShown = 6_000;

export interface SessionFollower extends ConversationContext {
  readonly alerts: LazyAlerts;
  readonly unread: UnreadMessages;
}

/**
 * Follows the session's events: updates the conversation's state, dispatches the page's events, and alerts the visitor.
 * Returns a function that stops it.
 */
export function followSession({ host, session, current, alerts, unread }: SessionFollower): () => void {
  let replay: ReturnType<typeof setTimeout> | undefined;
  let stopsTyping: ReturnType<typeof setTimeout> | undefined;

  const handleState = (state: SessionState): void => {
    const { contactId, participantId } = session;
    const { announced } = current.value;
    const isConnected = state === 'live';
    current.change(enterPhase(current.value, session));
    if (isConnected)
      // The service could not report changes of the configuration while the connection was lost.
      if (contactId === announced) void host.refresh();
      else dispatchChatEvent(host, 'connect-chat-start', { contactId: contactId! });
    if (isConnected || state === 'reconnecting')
      dispatchChatEvent(host, 'connect-chat-connection', { isConnected, contactId, participantId });
    if (state === 'ended') dispatchChatEvent(host, 'connect-chat-end', { contactId });
  };

  const announce = (item: TranscriptItem, isOwn: boolean): void => {
    if (item.type === 'EVENT') {
      const isPresent = item.contentType === contentTypes.joined;
      if (isPresent || item.contentType === contentTypes.left)
        dispatchChatEvent(host, 'connect-chat-participant', { item, isPresent });
      return;
    }
    dispatchChatEvent(host, 'connect-chat-message', item);
    if (isOwn) return;
    // Claims the sound, so that other tabs stay silent about a message that this one shows.
    if (isSeen(host)) claimSound(host.address, item.id);
    else alerts.use((loaded) => loaded.call(item));
  };

  const showTyping = (typing: string): void => {
    clearTimeout(stopsTyping);
    if (typing) stopsTyping = setTimeout(() => showTyping(''), typingShown);
    current.change({ typing });
  };

  const showItems = (): void => {
    clearTimeout(replay);
    replay = undefined;
    if (!host.isShown) unread.count();
    host.requestUpdate();
  };

  const handleItems = (added: readonly TranscriptItem[], isLive: boolean): void => {
    for (const item of added) {
      const isOwn = item.participantId === session.participantId;
      if (!isOwn && current.value.typing) showTyping('');
      if (isLive) announce(item, isOwn);
    }
    if (isLive) showItems();
    else replay ??= setTimeout(showItems, replayInterval);
  };

  const undos = [
    session.on('configuration', (configuration) => {
      // The service sends texts in the widget's language; the page may have another one.
      if (host.language) void host.refresh();
      else host.configuration = configuration;
    }),
    session.on('state', handleState),
    session.on('items', handleItems),
    session.on('outbox', () => host.requestUpdate()),
    session.on('queue', (place) => current.change({ place })),
    session.on('typing', ({ displayName }) => showTyping(displayName)),
    session.on('receipt', (receipt) => unread.receive(receipt)),
    session.on('error', (error) => reportError(host, error)),
    () => [replay, stopsTyping].forEach(clearTimeout),
  ];
  return () => undos.forEach((undo) => undo());
}
