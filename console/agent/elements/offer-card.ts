import { LitElement, html, nothing } from 'lit';
import { controls } from '../../controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import type { Offer } from '../offer.js';
import { offerCardStyles } from './offer-card.styles.js';

/**
 * @summary A contact that rings: who, from where, with which first words, for how long; to accept or decline.
 * @event connect-chat-intent - The agent accepts or declines.
 */
export class OfferCard extends LitElement {
  static override styles = [controls, offerCardStyles];
  static override properties = {
    offer: { attribute: false },
    now: { attribute: false },
    time: { state: true },
  };

  /** What rings. */
  declare offer: Offer;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;

  declare protected time: number;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.now = Date.now;
    this.time = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => (this.time = this.now()), 250);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private want(type: 'accept' | 'decline'): void {
    this.dispatchEvent(new IntentEvent({ type, contactId: this.offer.card.contactId }));
  }

  override render() {
    const { card, firstMessage, deadline, ringMilliseconds, answer } = this.offer;
    const left = Math.max(0, deadline - this.now());
    const isAnswered = answer !== undefined;
    return html`<article aria-labelledby="who">
      <header>
        <h3 id="who">${card.customer.displayName}</h3>
        <span class="left">${isAnswered ? 'One moment…' : `${Math.ceil(left / 1000)} s`}</span>
      </header>
      <progress aria-hidden="true" max=${ringMilliseconds} .value=${left}></progress>
      <div id="what">
        ${
          firstMessage
            ? html`<blockquote>${firstMessage}</blockquote>`
            : html`<p class="silent">Has not written anything yet</p>`
        }
        ${card.page ? html`<p class="page">On ${card.page.title || card.page.url}</p>` : nothing}
      </div>
      <connect-chat-contact-details .card=${card}></connect-chat-contact-details>
      <div class="answer">
        <button
          class="good"
          aria-describedby="who what"
          ?disabled=${isAnswered}
          @click=${() => this.want('accept')}
        >
          Accept
        </button>
        <button aria-describedby="who what" ?disabled=${isAnswered} @click=${() => this.want('decline')}>
          Decline
        </button>
      </div>
    </article>`;
  }
}
