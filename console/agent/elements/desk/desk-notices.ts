import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import { deskNoticesStyles } from './desk-notices.styles.js';
import { Ticker } from '../../../time/ticker.js';

/**
 * @summary Notices above the chats: a lost connection, a missed chat, a refused action.
 * @event connect-chat-agent-intent - The agent wants to reconnect now, or to be available again.
 */
export class DeskNotices extends LitElement {
  static override styles = [controls, deskNoticesStyles];
  static override properties = {
    isLost: { type: Boolean },
    nextAttempt: { attribute: false },
    waiting: { type: Number },
    hasMissed: { type: Boolean },
    returned: { type: Number },
    problem: {},
    monotonic: { attribute: false },
  };

  /** Whether the connection is lost. */
  declare isLost: boolean;
  /** When the next attempt to connect is made, on the clock of `monotonic`. */
  declare nextAttempt: number | undefined;
  /** The number of unsent messages. */
  declare waiting: number;
  /** The number of chats that went back to their queues while the agent was away. */
  declare returned: number;
  /** Whether the agent missed a chat and gets no new ones until they are available again. */
  declare hasMissed: boolean;
  /** Why the service refused the last action, in a sentence. */
  declare problem: string;
  /** Returns the time of a monotonic clock, in milliseconds. */
  declare monotonic: () => number;

  constructor() {
    super();
    this.isLost = false;
    this.waiting = 0;
    this.hasMissed = false;
    this.returned = 0;
    this.problem = '';
    this.monotonic = () => performance.now();
    new Ticker(this, 500, () => this.isLost);
  }

  override render() {
    return html`<div role="status">
        ${this.isLost ? html`<p class="notice warn">${this.renderLost()}</p>` : nothing}
      </div>
      <div role="alert">
        ${
          this.hasMissed
            ? html`<p class="notice warn">
                <span>You missed a chat, so new chats go to others for now.</span>
                <button class="small" @click=${this.goAvailable}>Go available</button>
              </p>`
            : nothing
        }
        ${this.returned > 0 ? this.renderReturned() : nothing}
        ${this.problem ? html`<p class="notice bad"><span>${this.problem}</span></p>` : nothing}
      </div>`;
  }

  private renderLost() {
    const { waiting } = this;
    const kept =
      waiting === 0
        ? 'Your messages are safe.'
        : `${waiting === 1 ? '1 message' : `${waiting} messages`} will be sent as soon as you're back.`;
    return html`<span>Connection lost. ${this.renderCountdown()} ${kept}</span>
      <button class="small" @click=${() => this.dispatchEvent(new IntentEvent({ type: 'reconnect' }))}>
        Reconnect now
      </button>`;
  }

  /** Hides the seconds from screen readers, which would announce each of them. */
  private renderCountdown() {
    const seconds = Math.ceil(((this.nextAttempt ?? 0) - this.monotonic()) / 1000);
    if (seconds <= 0) return 'Reconnecting…';
    return html`Reconnecting<span aria-hidden="true"> in ${seconds} s</span>.`;
  }

  private renderReturned() {
    const { returned } = this;
    const went = `${returned === 1 ? 'one chat' : `${returned} chats`} went back to the queue`;
    return html`<p class="notice">
      <span>Welcome back! While you were away, ${went}.</span>
      <button class="small" @click=${() => this.dispatchEvent(new IntentEvent({ type: 'dismiss-returned' }))}>
        Got it
      </button>
    </p>`;
  }

  private goAvailable(): void {
    this.dispatchEvent(new IntentEvent({ type: 'status', status: 'AVAILABLE' }));
  }
}
