import { html, type TemplateResult } from 'lit';
import type { SurveyKind } from '../../shared/survey.js';
import type { ConversationHost, ConversationSession } from '../conversation/conversation-host.js';
import type { RateEvent } from '../events/rate-event.js';
import type { Strings } from '../strings/en.js';
import './define.js';
import { Rating } from './rating.js';

/** The survey after a chat. */
export class Survey {
  readonly #host: ConversationHost;
  readonly #session: ConversationSession;
  readonly #rating: Rating;

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.#session = session;
    this.#rating = new Rating(host, session);
  }

  /** The form below the transcript of an ended chat; undefined before, and if the widget has no survey. */
  form(strings: Strings): TemplateResult | undefined {
    const survey = this.#host.configuration?.survey;
    if (this.#session.state !== 'ended' || !survey || survey.kind === 'OFF') return undefined;
    return html`<connect-chat-survey
      part="survey"
      exportparts="submit-button"
      .kind=${survey.kind satisfies SurveyKind}
      .question=${survey.question || strings.rateQuestion}
      .hasComment=${survey.comment}
      .phase=${this.#rating.phase}
      .strings=${strings}
      @connect-chat-rate=${(event: RateEvent) => this.#rating.rate(event.rating, event.comment)}
    ></connect-chat-survey>`;
  }
}
