import { LitElement, html, nothing } from 'lit';
import type { CannedReply } from '../../../../shared/canned-reply.js';
import { controls } from '../../../theme/controls.styles.js';
import { findReplies } from '../../state/find-replies.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { ReplyCancelEvent, ReplyEvent } from './reply-event.js';
import { replyPickerStyles } from './reply-picker.styles.js';

/**
 * @summary A search over canned replies: a combobox with a list, as WAI-ARIA describes it. Enter chooses, Escape leaves.
 * @event connect-chat-reply - The agent chose a reply.
 * @event connect-chat-reply-cancel - The agent chose none.
 */
export class ReplyPicker extends LitElement {
  static override styles = [controls, replyPickerStyles];
  static override properties = {
    replies: { attribute: false },
    search: { state: true },
    active: { state: true },
  };

  declare replies: LoadedReplies;
  declare private search: string;
  /** The place in the list of the reply that Enter chooses. */
  declare private active: number;

  constructor() {
    super();
    this.replies = noReplies;
    this.search = '';
    this.active = 0;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private get found(): CannedReply[] {
    return findReplies(this.replies.list ?? [], this.search);
  }

  private readonly handleInput = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const act = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.choose(this.found[this.active]),
      Escape: () => this.cancel(),
    }[event.key];
    // Alt with an arrow goes to another chat.
    if (!act || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  private move(step: 1 | -1): void {
    const { length } = this.found;
    if (length > 0) this.active = (this.active + step + length) % length;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private choose(reply: CannedReply | undefined): void {
    if (reply) this.dispatchEvent(new ReplyEvent(reply));
  }

  private cancel(): void {
    this.dispatchEvent(new ReplyCancelEvent(this.search));
  }

  override render() {
    const { found, active } = this;
    return html`<div class="picker">
      <label id="label" for="search">Search canned replies</label>
      <input
        id="search"
        type="text"
        role="combobox"
        aria-labelledby="label"
        autocomplete="off"
        aria-expanded=${String(found.length > 0)}
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${found[active] ? `reply-${active}` : nothing}
        .value=${this.search}
        @input=${this.handleInput}
        @keydown=${this.handleKey}
      />
      <ul id="list" role="listbox" aria-label="Canned replies">
        ${found.map((reply, index) => this.renderReply(reply, index))}
      </ul>
      <p class="none" role="status">${this.state}</p>
    </div>`;
  }

  private get state(): string {
    const { list, problem } = this.replies;
    if (problem) return problem;
    if (!list) return 'Loading…';
    if (list.length === 0) return 'There are no canned replies yet.';
    return this.found.length === 0 ? 'No reply matches.' : '';
  }

  private renderReply(reply: CannedReply, index: number) {
    const { shortcut, folder, text } = reply;
    // Pressed, not clicked: the focus stays in the search.
    const press = (event: Event): void => {
      event.preventDefault();
      this.choose(reply);
    };
    return html`<li
      id="reply-${index}"
      role="option"
      aria-selected=${String(index === this.active)}
      @mousedown=${press}
    >
      <span class="shortcut">/${shortcut}</span>
      ${folder ? html`<span class="folder">${folder}</span>` : nothing}
      <span class="text">${text}</span>
    </li>`;
  }
}
