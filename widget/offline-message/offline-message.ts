import { html, type TemplateResult } from 'lit';
import type { AwayReason } from '../../shared/away.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import type { LeaveEvent, LeftMessage } from '../events/leave-event.js';
import type { Strings } from '../strings/en.js';
import './define.js';
import { loadAwayReason } from './load-away-reason.js';

/** The message that visitors leave while no agent can answer. */
export class OfflineMessage {
  readonly #host: ConversationHost;
  readonly #session: ConversationSession;
  /** Undefined until the service has answered. */
  #away: AwayReason | undefined;
  #asking: Promise<boolean> | undefined;
  /** A message that is not stored yet, or was refused. */
  #left: LeftMessage | undefined;
  /** The contact that this page left a message with. */
  #leftWith: string | undefined;

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.#session = session;
  }

  /** Asks the service whether visitors can only leave a message. */
  ask(): Promise<boolean> {
    return (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
  }

  async #ask(): Promise<boolean> {
    const { configuration, address } = this.#host;
    this.#away = configuration?.takesMessages
      ? await (this.#host.lookAway?.() ?? loadAwayReason(address))
      : null;
    this.#host.requestUpdate();
    return this.#away !== null;
  }

  /** The form in place of the chat; undefined if visitors can chat. */
  form(strings: Strings): TemplateResult | undefined {
    const { configuration, contactAttributes } = this.#host;
    if (!configuration?.takesMessages) return undefined;
    if (this.#away === undefined) {
      void this.ask();
      return html``;
    }
    if (this.#away === null) return undefined;
    const { displayName = '', email = '' } = contactAttributes ?? {};
    return html`<connect-chat-message-form
      part="form"
      exportparts="submit-button"
      .lead=${this.#away === 'CLOSED' ? strings.closedNow : strings.leaveMessage}
      .known=${this.#left ?? { name: displayName, email, message: '' }}
      .strings=${strings}
      @connect-chat-leave=${(event: LeaveEvent) => void this.#leave(event.left)}
    ></connect-chat-message-form>`;
  }

  /** The note below the transcript that the message is stored, until an agent answers. */
  note(strings: Strings): TemplateResult | undefined {
    const { state, contactId, items } = this.#session;
    const isWaiting = contactId !== undefined && contactId === this.#leftWith && state !== 'ended';
    if (!isWaiting || items.some(({ participantRole }) => participantRole === 'AGENT')) return undefined;
    return html`<div class="over" role="status"><p>${strings.messageLeft}</p></div>`;
  }

  /** The session sends the message until it is stored. If it is refused, the form shows it again. */
  async #leave(left: LeftMessage): Promise<void> {
    const { name, email, message } = left;
    this.#left = left;
    const answers = { ...(name && { displayName: name }), email };
    const started = await this.#session.start(answers, message).catch(() => undefined);
    if (!started) return;
    this.#left = undefined;
    this.#leftWith = started.contactId;
    this.#host.requestUpdate();
  }
}
