import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../../theme/controls.styles.js';
import type { Offer } from '../../state/offer.js';
import { offerListStyles } from './offer-list.styles.js';

/**
 * @summary The chats that are offered to the agent, oldest first. The list scrolls by itself, so that offers never
 *   push the agent's chats off the screen.
 */
export class OfferList extends LitElement {
  static override styles = [controls, offerListStyles];
  static override properties = {
    offers: { attribute: false },
    compact: { type: Boolean, reflect: true },
    monotonic: { attribute: false },
  };

  /** The chats that are offered. */
  declare offers: readonly Offer[];
  /** Whether the list is shown above an open chat on a small screen. */
  declare compact: boolean;
  /** Returns the time of a monotonic clock, in milliseconds. */
  declare monotonic: () => number;

  constructor() {
    super();
    this.offers = [];
    this.compact = false;
    this.monotonic = () => performance.now();
  }

  override render() {
    const { offers } = this;
    if (offers.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">
        ${offers.length === 1 ? 'New chat' : 'New chats'} <span class="total">${offers.length}</span>
      </h2>
      <ul>
        ${repeat(
          offers,
          ({ card }) => card.contactId,
          (offer, index) =>
            html`<li>
              <connect-chat-offer-card
                ?compact=${this.compact}
                .offer=${offer}
                .isFirst=${index === 0}
                .monotonic=${this.monotonic}
              ></connect-chat-offer-card>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
