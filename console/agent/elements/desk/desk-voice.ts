import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { messageAnnouncement, offerAnnouncement } from '../../state/announcement.js';
import type { Offer } from '../../state/offer.js';

/** Announces offers (assertively) and messages (politely) to screen readers, each of them once. */
export class DeskVoice implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #announced = new Set<string>();
  #urgent = '';
  #polite = '';
  #count = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#announced.clear();
  }

  /** Announces the offers that are new, and returns them. */
  announceOffers(offers: readonly Offer[]): readonly Offer[] {
    const fresh = offers.filter(({ card }) => !this.#announced.has(card.contactId));
    for (const { card } of fresh) this.#announced.add(card.contactId);
    if (fresh.length > 0) this.#urgent = offerAnnouncement(fresh);
    else if (offers.length === 0) this.#urgent = '';
    return fresh;
  }

  /** Announces a message in a chat that is not active. */
  announceMessage(name: string, item: TranscriptItem): void {
    this.#polite = messageAnnouncement(name, item);
    this.#count += 1;
    this.#host.requestUpdate();
  }

  /** Renders the live regions. Each announcement is a new element, so that the same words are announced again. */
  render() {
    return html`<div class="visually-hidden" role="alert">${this.#urgent}</div>
      <div class="visually-hidden" role="status">
        ${keyed(this.#count, html`<span>${this.#polite}</span>`)}
      </div>`;
  }
}
