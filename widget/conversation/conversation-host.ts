import type { ChatSession } from '../../client/chat-session.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import type { AwayReason } from '../../shared/away.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import type { Customization } from '../configuration/customise.js';

/** What a conversation needs of the element that shows it. */
export interface ConversationHost extends HTMLElement {
  requestUpdate(): void;
  readonly updateComplete: Promise<unknown>;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Whether the panel is shown. */
  readonly isShown: boolean;
  readonly open: boolean;
  /** Whether the page has a launcher of its own. */
  readonly hideLauncher: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  configuration: WidgetConfiguration | undefined;
  readonly address: WidgetAddress;
  readonly language: string | undefined;
  readonly customization: Customization | undefined;
  readonly initialMessage: string | undefined;
  readonly contactAttributes: Record<string, string> | undefined;
  /** Tells why a message is to be left instead of a chat, where it is not the service that knows: in a preview. */
  lookAway?(): Promise<AwayReason>;
  /** Asks the service what the widget looks like now. */
  refresh(): Promise<void>;
}

/** What a conversation needs of its session. */
export type ConversationSession = Pick<ChatSession, keyof ChatSession>;
