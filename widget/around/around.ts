import { html, type TemplateResult } from 'lit';
import type { AwayReason } from '../../shared/away.js';
import type { SurveyKind } from '../../shared/survey.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import type { LeaveEvent, LeftMessage } from '../events/leave-event.js';
import type { RateEvent } from '../events/rate-event.js';
import type { Strings } from '../strings/en.js';
import './define.js';
import { loadAwayReason } from './load-away-reason.js';
import { Rating } from './rating.js';

const known = new WeakMap<ConversationSession, Around>();

/** What is around the chat of a session; one and the same for one session. */
export function aroundOf(host: ConversationHost, session: ConversationSession): Around {
  const around = known.get(session) ?? new Around(host, session);
  known.set(session, around);
  return around;
}

/** What is around a chat: the message that is left instead while nobody answers, and the survey after it. */
export class Around {
  readonly #host: ConversationHost;
  readonly #session: ConversationSession;
  readonly #rating: Rating;
  /** Undefined until somebody was asked. */
  #away: AwayReason | undefined;
  #looking: Promise<boolean> | undefined;
  #left: LeftMessage | undefined;
  /** The contact that a message was left with by this page. */
  #leftWith: string | undefined;

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.#session = session;
    this.#rating = new Rating(host, session);
  }

  /** Asks whether a message is to be left instead of a chat. */
  look(): Promise<boolean> {
    return (this.#looking ??= this.#ask().finally(() => (this.#looking = undefined)));
  }

  async #ask(): Promise<boolean> {
    const { configuration, address } = this.#host;
    this.#away = configuration?.takesMessages
      ? await (this.#host.lookAway?.() ?? loadAwayReason(address))
      : null;
    this.#host.requestUpdate();
    return this.#away !== null;
  }

  /** What stands in the place of a chat; undefined where there is one. `isBefore`: none is under way, or over. */
  form(isBefore: boolean, strings: Strings): TemplateResult | undefined {
    const { configuration, contactAttributes } = this.#host;
    if (!isBefore || !configuration?.takesMessages) return undefined;
    if (this.#away === undefined) {
      void this.look();
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

  /** What stands beneath the transcript, if anything does. */
  note(strings: Strings): TemplateResult | undefined {
    const { configuration } = this.#host;
    const { state, contactId, items } = this.#session;
    if (state === 'ended' && configuration && configuration.survey.kind !== 'OFF') {
      const { kind, question, comment } = configuration.survey;
      return html`<connect-chat-survey
        part="survey"
        exportparts="submit-button"
        .kind=${kind satisfies SurveyKind}
        .question=${question || strings.rateQuestion}
        .hasComment=${comment}
        .phase=${this.#rating.phase}
        .strings=${strings}
        @connect-chat-rate=${(event: RateEvent) => this.#rating.rate(event.rating, event.comment)}
      ></connect-chat-survey>`;
    }
    const isWaiting = contactId !== undefined && contactId === this.#leftWith && state !== 'ended';
    if (!isWaiting || items.some(({ participantRole }) => participantRole === 'AGENT')) return undefined;
    return html`<div class="over" role="status"><p>${strings.messageLeft}</p></div>`;
  }

  /** It is sent as long as it takes; where it is refused, it stands in the form again. */
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
