import { LitElement, css, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import '../../../forms/define.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import type { Question } from '../../state/question.js';

/**
 * @summary Asks the agent to confirm an action. Escape and Cancel change nothing.
 * @event connect-chat-agent-intent - The agent confirmed or cancelled, or changed whether ending a chat needs
 *   confirmation.
 */
export class DeskQuestion extends LitElement {
  static override styles = [
    controls,
    css`
      p,
      label {
        display: block;
        margin: 0 0 16px;
      }

      .answers {
        display: flex;
        gap: 8px;
        justify-content: flex-end;
      }
    `,
  ];
  static override properties = { question: { attribute: false }, asksBeforeEnd: { type: Boolean } };

  declare question: Question;
  /** Whether this browser asks before a chat is ended. */
  declare asksBeforeEnd: boolean;

  constructor() {
    super();
    this.asksBeforeEnd = true;
  }

  private want(intent: AgentIntent): void {
    this.dispatchEvent(new IntentEvent(intent));
  }

  override render() {
    const { heading, text, action, intent } = this.question;
    return html`<connect-chat-staff-dialog
      heading=${heading}
      @connect-chat-dismiss=${() => this.want({ type: 'cancel' })}
    >
      <p>${text}</p>
      ${intent.type === 'end' ? this.renderChoice() : nothing}
      <div class="answers">
        <button data-focus @click=${() => this.want({ type: 'cancel' })}>Cancel</button>
        <button class="bad" @click=${() => this.want({ type: 'confirm' })}>${action}</button>
      </div>
    </connect-chat-staff-dialog>`;
  }

  private renderChoice() {
    const choose = (event: Event) =>
      this.want({
        type: 'prefer',
        preference: 'asksBeforeEnd',
        isOn: !(event.target as HTMLInputElement).checked,
      });
    return html`<label>
      <input type="checkbox" .checked=${!this.asksBeforeEnd} @change=${choose} />
      Don't ask me again in this browser
    </label>`;
  }
}
