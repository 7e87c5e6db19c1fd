import { html, nothing } from 'lit';
import type { CannedReply } from '../../../../shared/canned-reply.js';
import { controls } from '../../../theme/controls.styles.js';
import { findReplies } from '../../state/find-replies.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { OptionPicker } from '../picker/option-picker.js';
import { optionPickerStyles } from '../picker/option-picker.styles.js';
import { ReplyCancelEvent, ReplyEvent } from './reply-event.js';
import { replyPickerStyles } from './reply-picker.styles.js';

/**
 * @summary A search over canned replies.
 * @event connect-chat-reply - The agent chose a reply.
 * @event connect-chat-reply-cancel - The agent chose none.
 */
export class ReplyPicker extends OptionPicker<CannedReply> {
  static override styles = [controls, optionPickerStyles, replyPickerStyles];
  static override properties = { ...OptionPicker.properties, replies: { attribute: false } };

  declare replies: LoadedReplies;

  constructor() {
    super();
    this.replies = noReplies;
  }

  protected override get found(): CannedReply[] {
    return findReplies(this.replies.list ?? [], this.search);
  }

  protected override choose(reply: CannedReply): void {
    this.dispatchEvent(new ReplyEvent(reply));
  }

  protected override cancel(): void {
    this.dispatchEvent(new ReplyCancelEvent(this.search));
  }

  override render() {
    return html`<div class="picker">
      <label id="label" for="search">Search canned replies</label>
      ${this.renderSearch('label')} ${this.renderList('Canned replies')}
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

  protected override renderOption({ shortcut, folder, text }: CannedReply) {
    return html`<div class="reply">
      <span class="shortcut">/${shortcut}</span>
      ${folder ? html`<span class="folder">${folder}</span>` : nothing}
      <span class="text">${text}</span>
    </div>`;
  }
}
