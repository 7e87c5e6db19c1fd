import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { controls } from '../../../theme/controls.styles.js';
import { Ticker } from '../../../time/ticker.js';
import type { AgentWrapUp } from '../../state/agent-chat.js';
import { IntentEvent } from '../intent-event.js';
import { wrapUpFormStyles } from './wrap-up-form.styles.js';

/**
 * @summary After-contact work: how the chat ended and what it was about, for as long as it counts as one of the agent's.
 * @event connect-chat-agent-intent - The agent is done.
 */
export class WrapUpForm extends LitElement {
  static override styles = [controls, fieldStyles, wrapUpFormStyles];
  static override properties = {
    contactId: {},
    wrapUp: { attribute: false },
    now: { attribute: false },
    isOpen: { state: true },
    isSent: { state: true },
  };

  declare contactId: string;
  declare wrapUp: AgentWrapUp;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  /** Whether the form is unfolded. */
  declare private isOpen: boolean;
  /** The agent is done; the service has not confirmed yet. */
  declare private isSent: boolean;

  constructor() {
    super();
    this.now = wallTime;
    this.isOpen = true;
    this.isSent = false;
    new Ticker(this, 1_000, () => true);
  }

  private readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.isSent) return;
    this.isSent = true;
    const data = new FormData(event.target as HTMLFormElement);
    const chosen = data.get('disposition');
    const disposition = typeof chosen === 'string' && chosen !== '' ? chosen : null;
    const tags = data.getAll('tag').map(String);
    this.dispatchEvent(
      new IntentEvent({ type: 'done', contactId: this.contactId, outcome: { disposition, tags } }),
    );
  };

  override render() {
    const { isOpen, isSent } = this;
    const left = Math.max(0, this.wrapUp.until - this.now());
    return html`<form @submit=${this.handleSubmit}>
      <div class="head">
        <button
          type="button"
          class="quiet small"
          aria-expanded=${String(isOpen)}
          @click=${() => (this.isOpen = !isOpen)}
        >
          Wrap up
        </button>
        <span class="left" role="timer">${clockText(left)} left</span>
        <button class="primary small" aria-disabled=${String(isSent)}>${isSent ? 'Saving…' : 'Done'}</button>
      </div>
      <div class="fields" ?hidden=${!isOpen}>${this.renderDispositions()} ${this.renderTags()}</div>
    </form>`;
  }

  private renderDispositions() {
    const { dispositions } = this.wrapUp;
    if (dispositions.length === 0) return nothing;
    return html`<div class="field">
      <label for="disposition">Disposition</label>
      <select id="disposition" name="disposition">
        <option value="">None</option>
        ${dispositions.map((each) => html`<option>${each}</option>`)}
      </select>
    </div>`;
  }

  private renderTags() {
    const { tags } = this.wrapUp;
    if (tags.length === 0) return nothing;
    return html`<fieldset>
      <legend>Tags</legend>
      ${tags.map((tag) => html`<label class="tag"><input type="checkbox" name="tag" value=${tag} /> ${tag}</label>`)}
    </fieldset>`;
  }
}

/** Minutes and seconds: 1:05. */
function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
