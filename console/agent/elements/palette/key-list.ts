import { LitElement, css, html } from 'lit';
import '../../../forms/define.js';
import { controls } from '../../../theme/controls.styles.js';
import { shortcuts, type Shortcut } from '../../state/shortcuts.js';
import { IntentEvent } from '../intent-event.js';

/**
 * @summary The list of keyboard shortcuts, and the choice to turn off those that type a character on some keyboards.
 * @event connect-chat-agent-intent - The agent closes the list, or turns the shortcuts on or off.
 */
export class KeyList extends LitElement {
  static override styles = [
    controls,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 20px;
        margin: 0 0 20px;
      }

      dt {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        max-width: 160px;
      }

      dt[data-off] {
        text-decoration: line-through;
      }

      dd {
        margin: 0;
      }

      kbd {
        padding: 1px 7px;
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: var(--sunken);
        font: inherit;
        font-size: 13px;
        white-space: nowrap;
      }

      label {
        display: block;
        margin: 0 0 16px;
      }

      .answers {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ];
  static override properties = { usesCharacterKeys: { type: Boolean } };

  /** Whether the shortcuts with letters and digits work. */
  declare usesCharacterKeys: boolean;

  constructor() {
    super();
    this.usesCharacterKeys = true;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new IntentEvent({ type: 'show', dialog: undefined }));
  };

  private readonly choose = (event: Event): void => {
    const isOn = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new IntentEvent({ type: 'prefer', preference: 'usesCharacterKeys', isOn }));
  };

  override render() {
    return html`<connect-chat-staff-dialog heading="Keyboard shortcuts" @connect-chat-dismiss=${this.close}>
      <dl>${Object.values<Shortcut>(shortcuts).map((shortcut) => this.renderShortcut(shortcut))}</dl>
      <label>
        <input type="checkbox" .checked=${this.usesCharacterKeys} @change=${this.choose} />
        Use shortcuts with letters, digits, and ?
      </label>
      <div class="answers"><button data-focus @click=${this.close}>Close</button></div>
    </connect-chat-staff-dialog>`;
  }

  private renderShortcut({ keys, label, isCharacter }: Shortcut) {
    const isOff = isCharacter === true && !this.usesCharacterKeys;
    return html`<dt ?data-off=${isOff}>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
      <dd>${label}</dd>`;
  }
}
