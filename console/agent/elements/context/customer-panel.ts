import { LitElement, html } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { ContactCard } from '../../../../shared/contact-card.js';
import { controls } from '../../../theme/controls.styles.js';
import { closeIcon } from '../../../theme/icons.js';
import { IntentEvent } from '../intent-event.js';
import { customerPanelStyles } from './customer-panel.styles.js';
import { renderAvatar } from '../render-avatar.js';

/**
 * @summary The details of the active chat's customer, in a column beside the chats or in a drawer over them.
 * @event connect-chat-agent-intent - The agent closes the panel.
 */
export class CustomerPanel extends LitElement {
  static override styles = [controls, customerPanelStyles];
  static override properties = { card: { attribute: false }, now: { attribute: false } };

  /** The contact. */
  declare card: ContactCard;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;

  constructor() {
    super();
    this.now = wallTime;
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /** Focuses the panel, for a drawer that covers the chats. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  private close(): void {
    this.dispatchEvent(new IntentEvent({ type: 'details', isOpen: false }));
  }

  override render() {
    const { displayName } = this.card.customer;
    return html`<section aria-label="Customer">
      <header>
        ${renderAvatar(displayName)}
        <h2>${displayName}</h2>
        <button class="quiet icon" aria-label="Hide customer details" @click=${this.close}>
          ${closeIcon}
        </button>
      </header>
      <connect-chat-contact-details .card=${this.card} .now=${this.now}></connect-chat-contact-details>
    </section>`;
  }
}
