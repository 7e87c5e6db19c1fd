import { rememberQuiet } from '../alerts/alert-memory.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import type { ChatIntent } from '../events/chat-intent-event.js';
import type { Strings } from '../strings/en.js';
import type { ChatStarter } from './chat-starter.js';
import type { ConversationContext } from './conversation-host.js';
import { setDraft } from './draft.js';

export interface IntentContext extends ConversationContext {
  readonly starter: ChatStarter;
  readonly strings: Strings;
  /** Marks what the visitor sees as read. */
  markRead(): void;
}

/** Does what the visitor asked for in the panel. */
export function handleIntent(intent: ChatIntent, context: IntentContext): void {
  const { host, session, current, starter } = context;
  switch (intent.type) {
    case 'send':
      setDraft(context, '');
      return ignoreRejection(session.send(intent.text));
    case 'answer':
      return ignoreRejection(session.send(intent.content, intent.contentType));
    case 'draft':
      setDraft(context, intent.text);
      return session.typing();
    case 'retry':
      return session.retry(intent.clientToken);
    case 'discard':
      return session.discard(intent.clientToken);
    case 'seen':
      return context.markRead();
    case 'save':
    case 'copy':
      return ignoreRejection(
        import('../menu/transcript-file.js').then((file) => file.keepTranscript(intent, context)),
      );
    case 'quiet':
      rememberQuiet(host.address, intent.isQuiet);
      return host.requestUpdate();
    case 'minimise':
      return ignoreRejection(host.hide());
    case 'end':
      return ignoreRejection(session.end());
    case 'answers':
      current.change({ answers: intent.answers });
      return starter.start(intent.answers);
    case 'restart':
      return ignoreRejection(starter.restart());
    case 'reconnect':
      return session.reconnectNow();
  }
}
