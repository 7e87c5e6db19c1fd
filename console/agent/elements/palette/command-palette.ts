import { html, nothing } from 'lit';
import '../../../forms/define.js';
import { controls } from '../../../theme/controls.styles.js';
import type { DeskSituation } from '../../state/desk-commands.js';
import { findEntries, type PaletteEntry, type PaletteSources } from '../../state/palette.js';
import { IntentEvent } from '../intent-event.js';
import { OptionPicker } from '../picker/option-picker.js';
import { optionPickerStyles } from '../picker/option-picker.styles.js';
import { commandPaletteStyles } from './command-palette.styles.js';

/**
 * @summary One search over chats, commands, colleagues, queues, and canned replies.
 * @event connect-chat-agent-intent - What the agent chose, after the intent that closes the palette.
 */
export class CommandPalette extends OptionPicker<PaletteEntry> {
  static override styles = [controls, optionPickerStyles, commandPaletteStyles];
  static override properties = {
    ...OptionPicker.properties,
    situation: { attribute: false },
    sources: { attribute: false },
  };

  declare situation: DeskSituation;
  /** What is searched besides the chats. */
  declare sources: PaletteSources;

  protected override get found(): PaletteEntry[] {
    return findEntries(this.situation, this.sources, this.search);
  }

  protected override choose({ intent }: PaletteEntry): void {
    this.cancel();
    this.dispatchEvent(new IntentEvent(intent));
  }

  protected override cancel(): void {
    this.dispatchEvent(new IntentEvent({ type: 'show', dialog: undefined }));
  }

  override render() {
    return html`<connect-chat-staff-dialog heading="Find" @connect-chat-dismiss=${() => this.cancel()}>
      <div class="palette">
        <label id="label" for="search" class="visually-hidden">Find chats, commands, and more</label>
        ${this.renderSearch('label', 'A name, a word, or a command')}
        ${this.renderList('Found', ({ group }) => group)}
        <p class="none" role="status">${this.found.length === 0 ? 'Nothing matches.' : ''}</p>
      </div>
    </connect-chat-staff-dialog>`;
  }

  protected override renderOption({ label, hint, keys }: PaletteEntry) {
    return html`<div class="entry">
      <span class="label">${label}</span>
      <span class="hint">${hint}</span>
      ${keys ? html`<kbd>${keys}</kbd>` : nothing}
    </div>`;
  }
}
