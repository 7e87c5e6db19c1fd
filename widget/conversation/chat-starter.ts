import type { PreChatField } from '../../shared/pre-chat-field.js';
import { forgetSounds } from '../alerts/alert-memory.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import type { Lazy } from '../async/lazy.js';
import { loadForms, questionsLeft } from '../forms/load-forms.js';
import type { OfflineMessage } from '../offline-message/offline-message.js';
import { shownConfiguration, type ConversationContext } from './conversation-host.js';

/** Starts chats, and forgets those that are over. */
export interface ChatStarter {
  /** Whether the visitor is before a chat: none is in progress, and none that ended is still shown. */
  isBefore(): boolean;
  /** The questions that the visitor has to answer before the chat starts; empty during a chat. */
  questions(): readonly PreChatField[];
  /** The visitor opened the panel: starts a chat, unless the visitor has to write or answer something first. */
  begin(): Promise<void>;
  /** Starts a chat with the answers to the questions. The page's initial message is sent like any other message. */
  start(answers?: Record<string, string>): void;
  /** The visitor wants another chat, after one that ended or could not be started. */
  restart(): Promise<void>;
  /** Forgets a chat that ended, and those before it on this page. */
  forget(): Promise<void>;
}

export interface ChatStarterContext extends ConversationContext {
  readonly offline: Lazy<OfflineMessage>;
  /** Moves the focus to where the visitor continues. */
  focus(): Promise<void>;
}

/** Always the same array: Lit does not render the panel's form again for it. */
const noQuestions: readonly PreChatField[] = [];

export function createChatStarter(context: ChatStarterContext): ChatStarter {
  const { host, session, current, offline } = context;
  const isBefore = (): boolean =>
    current.value.isAgain || session.state === 'idle' || session.state === 'failed';
  const questions = (): readonly PreChatField[] =>
    isBefore() ? questionsLeft(host.configuration!.preChat, host.contactAttributes ?? {}) : noQuestions;
  /** Whether the visitor can only leave a message. */
  const isAway = async (): Promise<boolean | undefined> =>
    isBefore() && host.configuration!.takesMessages
      ? (await offline.get().catch(() => undefined))?.ask()
      : false;
  /** Whether a chat starts when the panel opens: if configured so, or if the visitor cannot write a first message. */
  const startsOnOpen = (): boolean => {
    const { startOn, features } = shownConfiguration(host);
    return startOn === 'open' || features.composer === false || Boolean(host.initialMessage);
  };
  const start = (answers?: Record<string, string>): void => {
    ignoreRejection(session.start(answers).then(() => context.focus()));
    if (host.initialMessage) ignoreRejection(session.send(host.initialMessage));
  };
  /** After a start that failed, sends the refused messages again. Otherwise the next chat starts as the first one did. */
  const startAgain = async (): Promise<void> => {
    const refused = session.state === 'failed' ? [...session.waiting] : [];
    if (refused.length > 0) for (const { clientToken } of refused) session.retry(clientToken);
    else if (startsOnOpen()) await session.start();
    else session.renew();
  };
  return {
    isBefore,
    questions,
    start,
    async begin() {
      if (await isAway()) return;
      if (questions().length > 0) await loadForms();
      else if (session.state === 'idle' && startsOnOpen()) start();
    },
    async restart() {
      current.change({ isAgain: true });
      const cannotChat = await isAway();
      if (questions().length > 0) await loadForms();
      else if (!cannotChat) await startAgain();
      await context.focus();
    },
    async forget() {
      await session.reset();
      forgetSounds(host.address);
      current.change({ earlier: [] });
    },
  };
}
