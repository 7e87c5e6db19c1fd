import { LitElement, html, nothing } from 'lit';
import type { AgentStatus } from '../../../../shared/agent-status.js';
import { controls } from '../../../theme/controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import { firstChatStyles } from './first-chat.styles.js';

/** The number of the current step. */
type Step = 1 | 2 | 3;

/**
 * @summary Guides a new administrator through a first chat in two windows: this console and the sample page.
 * @event connect-chat-agent-intent - The agent wants to be available.
 * @event connect-chat-skip - The agent skips the guide.
 */
export class FirstChat extends LitElement {
  static override styles = [controls, firstChatStyles];
  static override properties = { status: {}, offers: { type: Number } };

  /** The agent's status: whether new chats are offered. */
  declare status: AgentStatus;
  /** How many chats are being offered. */
  declare offers: number;

  constructor() {
    super();
    this.status = 'OFFLINE';
    this.offers = 0;
  }

  override render() {
    const step = nextStep(this.status, this.offers);
    return html`<h2>Try your first chat</h2>
      <p class="lead">You’ll be visitor and agent at once, in two windows.</p>
      <ol>
        ${renderStep(
          { number: 1, step },
          html`<p>
              ${step > 1 ? 'You’re available: new chats ring here.' : 'Tell visitors that you’re here.'}
            </p>
            ${step === 1 ? html`<button class="primary" @click=${this.goAvailable}>Go available</button>` : nothing}`,
        )}
        ${renderStep(
          { number: 2, step },
          html`<p>Open the sample page in a second window, and write something in the chat.</p>
            <a class=${step === 2 ? 'primary' : ''} href="/demo/" target="_blank" rel="noopener">Try it</a>`,
        )}
        ${renderStep({ number: 3, step }, html`<p>Come back here, accept the chat, and reply.</p>`)}
      </ol>
      <p class="skip"><button class="quiet" @click=${this.skip}>Skip</button></p>`;
  }

  private goAvailable(): void {
    this.dispatchEvent(new IntentEvent({ type: 'status', status: 'AVAILABLE' }));
  }

  private skip(): void {
    this.dispatchEvent(new Event('connect-chat-skip'));
  }
}

function nextStep(status: AgentStatus, offers: number): Step {
  if (offers > 0) return 3;
  return status === 'AVAILABLE' ? 2 : 1;
}

const renderStep = ({ number, step }: { number: Step; step: Step }, content: unknown) =>
  html`<li class=${number < step ? 'done' : ''} aria-current=${number === step ? 'step' : nothing}>
    ${content}
  </li>`;
