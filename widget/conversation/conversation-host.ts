import type { ChatSession } from '../../client/chat-session.js';
import type { WidgetAddress } from '../../client/kept-chat.js';
import type { AwayReason } from '../../shared/away.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import { customise, type Customization } from '../configuration/customise.js';
import type { CurrentState } from './state/current-state.js';

/** What a conversation needs of the element that shows it. */
export interface ConversationHost extends HTMLElement {
  requestUpdate(): void;
  readonly updateComplete: Promise<unknown>;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Whether the panel is shown. */
  readonly isShown: boolean;
  readonly open: boolean;
  /** Whether the page has its own launcher. */
  readonly hideLauncher: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  configuration: WidgetConfiguration | undefined;
  readonly address: WidgetAddress;
  readonly language: string | undefined;
  readonly customization: Customization | undefined;
  readonly initialMessage: string | undefined;
  readonly contactAttributes: Record<string, string> | undefined;
  /** Returns why visitors can only leave a message. A preview has this; otherwise the service is asked. */
  lookAway?(): Promise<AwayReason>;
  /** Loads the configuration again. */
  refresh(): Promise<void>;
}

/** What a conversation needs of its session. */
export type ConversationSession = Pick<ChatSession, keyof ChatSession>;

/** What the parts of a conversation share. */
export interface ConversationContext {
  readonly host: ConversationHost;
  readonly session: ConversationSession;
  readonly current: CurrentState;
}

/** Whether the panel is shown on a page that is in the foreground. */
export const isSeen = ({ isShown }: ConversationHost): boolean =>
  isShown && document.visibilityState === 'visible';

/** The configuration with the page's own changes. The host's configuration must be loaded. */
export const shownConfiguration = ({ configuration, customization }: ConversationHost): WidgetConfiguration =>
  customise(configuration!, customization);
