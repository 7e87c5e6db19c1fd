import { LitElement, css, html, nothing } from 'lit';
import '../../../forms/define.js';
import { controls } from '../../../theme/controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import type { Offer } from '../../state/offer.js';
import type { Preview } from '../../state/preview.js';

/**
 * @summary What was said in a chat that rings, private notes included, to read before it is accepted.
 * @event connect-chat-agent-intent - The agent accepts, declines, or closes it.
 */
export class OfferPreview extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        --dialog-width: 640px;
      }

      connect-chat-agent-transcript {
        height: 46vh;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        overflow: hidden;
      }

      p {
        color: var(--muted);
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        margin-top: 16px;
      }
    `,
  ];
  static override properties = { preview: { attribute: false }, offer: { attribute: false } };

  declare preview: Preview;
  declare offer: Offer;

  private want(intent: AgentIntent): void {
    this.dispatchEvent(new IntentEvent(intent));
  }

  override render() {
    const { card, answer } = this.offer;
    const { contactId } = card;
    return html`<connect-chat-staff-dialog
      heading="Chat with ${card.customer.displayName}"
      @connect-chat-dismiss=${() => this.want({ type: 'close-preview' })}
    >
      ${this.renderTranscript()}
      <div class="answers">
        <button data-focus @click=${() => this.want({ type: 'close-preview' })}>Close</button>
        <button ?disabled=${answer !== undefined} @click=${() => this.want({ type: 'decline', contactId })}>
          Decline
        </button>
        <button
          class="good"
          ?disabled=${answer !== undefined}
          @click=${() => this.want({ type: 'accept', contactId })}
        >
          Accept
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }

  private renderTranscript() {
    const { items, problem } = this.preview;
    if (!items) return html`<p role="status">${problem || 'Loading…'}</p>`;
    if (items.length === 0) return html`<p>No messages yet</p>`;
    return html`<connect-chat-agent-transcript
        .items=${items}
        .count=${items.length}
        .participantId=${undefined}
        .isQuiet=${true}
      ></connect-chat-agent-transcript
      >${nothing}`;
  }
}
