import { LitElement, html, nothing, type PropertyValues } from 'lit';
import '../../../forms/define.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { controls } from '../../../theme/controls.styles.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import { transferOptions, type PreparedTransfer, type TransferOption } from '../../state/transfer.js';
import { transferDialogStyles } from './transfer-dialog.styles.js';

const groups = { queue: 'Queues', agent: 'Available agents' };

/**
 * @summary Hands a chat over: a search over queues and available agents, and a private note for whoever takes it.
 * @event connect-chat-agent-intent - The agent transfers the chat, or cancels.
 */
export class TransferDialog extends LitElement {
  static override styles = [controls, fieldStyles, transferDialogStyles];
  static override properties = {
    transfer: { attribute: false },
    search: { state: true },
    chosen: { state: true },
    isMissing: { state: true },
  };

  declare transfer: PreparedTransfer;
  declare private search: string;
  /** The key of the chosen option. */
  declare private chosen: string;
  /** Whether the agent tried to transfer to nowhere. */
  declare private isMissing: boolean;

  constructor() {
    super();
    this.search = '';
    this.chosen = '';
    this.isMissing = false;
  }

  private want(intent: AgentIntent): void {
    this.dispatchEvent(new IntentEvent(intent));
  }

  private get options(): TransferOption[] {
    const { targets } = this.transfer;
    return targets ? transferOptions(targets, this.search) : [];
  }

  private readonly handleSearch = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.isMissing = false;
  };

  private readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    const { options } = this;
    // A search that leaves one option has chosen it.
    const option =
      options.find(({ key }) => key === this.chosen) ?? (options.length === 1 ? options[0] : undefined);
    this.isMissing = !option;
    const note = this.renderRoot.querySelector('textarea')!.value.trim();
    if (option) this.want({ type: 'transfer', option, note });
    else this.renderRoot.querySelector('input')?.focus();
  };

  /** What is chosen and no longer there is not chosen. */
  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) this.chosen = this.transfer.chosen;
    else if (changed.has('search') && !this.options.some(({ key }) => key === this.chosen)) this.chosen = '';
  }

  override render() {
    const { customerName, sent, problem } = this.transfer;
    return html`<connect-chat-staff-dialog
      heading="Transfer chat"
      @connect-chat-dismiss=${() => this.want({ type: 'cancel-transfer' })}
    >
      <form @submit=${this.handleSubmit}>
        <p class="lead">${customerName} stays in the chat and reads that someone else will help.</p>
        ${this.renderSearch()} ${this.renderTargets()}
        <div class="field">
          <label for="note">Note for your colleague (optional)</label>
          <p class="hint" id="note-hint">Private: ${customerName} never sees it.</p>
          <textarea id="note" rows="3" aria-describedby="note-hint"></textarea>
        </div>
        <p class="problem" role="alert">${problem}</p>
        <div class="answers">
          <button type="button" @click=${() => this.want({ type: 'cancel-transfer' })}>Cancel</button>
          <button class="primary" ?disabled=${sent !== undefined}>
            ${sent ? 'Transferring…' : 'Transfer'}
          </button>
        </div>
      </form>
    </connect-chat-staff-dialog>`;
  }

  private renderSearch() {
    const { isMissing } = this;
    return html`<div class="field">
      <label for="search">Search queues and agents</label>
      <input
        id="search"
        type="search"
        data-focus
        autocomplete="off"
        aria-invalid=${String(isMissing)}
        aria-describedby=${isMissing ? 'search-error' : nothing}
        .value=${this.search}
        @input=${this.handleSearch}
      />
      ${isMissing ? html`<p class="error" id="search-error">Choose a queue or an agent.</p>` : nothing}
    </div>`;
  }

  private renderTargets() {
    const { options } = this;
    const { targets, problem } = this.transfer;
    if (!targets) return html`<p class="none" role="status">${problem ? '' : 'Loading…'}</p>`;
    return html`<div class="options" role="radiogroup" aria-label="Transfer to">
        ${(['queue', 'agent'] as const).map((kind) =>
          this.renderGroup(
            groups[kind],
            options.filter((option) => option.kind === kind),
          ),
        )}
      </div>
      <p class="none" role="status">${options.length === 0 ? 'No queue or agent matches.' : ''}</p>`;
  }

  private renderGroup(title: string, options: readonly TransferOption[]) {
    if (options.length === 0) return nothing;
    return html`<p class="group" aria-hidden="true">${title}</p>
      ${options.map(
        ({ key, name, hint, kind }) =>
          html`<label class="option">
            <input
              type="radio"
              name="to"
              .checked=${key === this.chosen}
              @change=${() => {
                this.chosen = key;
                this.isMissing = false;
              }}
            />
            <span class="name">${name}</span>
            <span class="hint"><span class="visually-hidden">, ${kind}, </span>${hint}</span>
          </label>`,
      )}`;
  }
}
