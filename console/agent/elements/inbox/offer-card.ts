import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { controls } from '../../../theme/controls.styles.js';
import { goneText } from '../../../time/time-text.js';
import { answersOf } from '../../state/contact-answers.js';
import { IntentEvent } from '../intent-event.js';
import type { Offer } from '../../state/offer.js';
import { offerCardStyles } from './offer-card.styles.js';
import { Ticker } from '../../../time/ticker.js';

/** The number of pre-chat answers on the card. The details of the chat show all of them. */
const maxAnswers = 3;

/**
 * @summary A chat that is offered: the customer, their latest message, the time left, and the buttons that accept or
 *   decline.
 * @event connect-chat-agent-intent - The agent accepts or declines.
 */
export class OfferCard extends LitElement {
  static override styles = [controls, offerCardStyles];
  static override properties = {
    offer: { attribute: false },
    isFirst: { type: Boolean },
    monotonic: { attribute: false },
  };

  /** The chat that is offered. */
  declare offer: Offer;
  /** Whether the keyboard shortcut accepts this offer. */
  declare isFirst: boolean;
  /** Returns the time of a monotonic clock, in milliseconds. */
  declare monotonic: () => number;

  constructor() {
    super();
    this.isFirst = false;
    this.monotonic = () => performance.now();
    new Ticker(this, 250, () => true);
  }

  private want(type: 'accept' | 'decline'): void {
    this.dispatchEvent(new IntentEvent({ type, contactId: this.offer.card.contactId }));
  }

  override render() {
    const { card, deadline, ringMilliseconds, answer } = this.offer;
    const { goneSince } = card.customer;
    const left = Math.max(0, deadline - this.monotonic());
    return html`<article aria-labelledby="who">
      <header>
        <h3 id="who">${card.customer.displayName}</h3>
        <span class="left">${answer ? 'One moment…' : `${Math.ceil(left / 1000)} s`}</span>
      </header>
      <progress aria-hidden="true" max=${ringMilliseconds} .value=${left}></progress>
      <div id="what" class="what">
        ${this.renderWords()}
        ${goneSince ? html`<p class="gone">${goneText(goneSince, wallTime())}</p>` : nothing}
        ${card.leftMessage ? html`<p class="left-message">Left a message</p>` : nothing}
        ${this.renderAnswers()}
        ${card.page ? html`<p class="page">On ${card.page.title || card.page.url}</p>` : nothing}
      </div>
      ${this.renderButtons(answer !== undefined)}
    </article>`;
  }

  /** Renders the latest message, and the number of messages if there are several. */
  private renderWords() {
    const { latestMessage, messageCount } = this.offer;
    if (latestMessage === null) return html`<p class="silent">No message yet</p>`;
    return html`<blockquote>${latestMessage}</blockquote>
      ${messageCount > 1 ? html`<p class="silent">${messageCount} messages</p>` : nothing}`;
  }

  private renderAnswers() {
    const answers = answersOf(this.offer.card).filter(({ isAnswer }) => isAnswer);
    if (answers.length === 0) return nothing;
    return html`<ul class="answers">
      ${answers
        .slice(0, maxAnswers)
        .map(({ label, value }) => html`<li><span class="label">${label}:</span> ${value}</li>`)}
    </ul>`;
  }

  private renderButtons(isAnswered: boolean) {
    return html`<div class="answer">
      <button
        class="good"
        aria-describedby="who what"
        aria-keyshortcuts=${this.isFirst ? 'Alt+Enter' : nothing}
        ?disabled=${isAnswered}
        @click=${() => this.want('accept')}
      >
        Accept
      </button>
      <button aria-describedby="who what" ?disabled=${isAnswered} @click=${() => this.want('decline')}>
        Decline
      </button>
      ${this.isFirst ? html`<span class="key" aria-hidden="true"><kbd>Alt</kbd><kbd>Enter</kbd> accepts</span>` : nothing}
    </div>`;
  }
}
