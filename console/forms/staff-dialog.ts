import { LitElement, css, html } from 'lit';
import { DismissEvent } from './dismiss-event.js';

/**
 * @summary A modal dialog, open while it is rendered. It takes the focus, and returns it when it is removed.
 * @slot - The content, with the buttons that answer it.
 * @event connect-chat-dismiss - The user pressed Escape.
 */
export class StaffDialog extends LitElement {
  static override styles = css`
    dialog {
      box-sizing: border-box;
      width: min(100vw - 32px, var(--dialog-width, 480px));
      max-height: calc(100vh - 32px);
      padding: 28px;
      border: 1px solid var(--line);
      border-radius: 16px;
      background: var(--surface);
      color: var(--text);
      /* The scrim is a shadow, because ::backdrop inherits custom properties only since Chrome 122 and Safari 17.4. */
      box-shadow:
        0 0 0 100vmax var(--scrim),
        var(--shadow);
      overflow: auto;
    }

    dialog::backdrop {
      background: none;
    }

    h2 {
      margin: 0 0 12px;
      font-size: 20px;
      line-height: 1.3;
    }
  `;
  static override properties = { heading: {} };

  /** The heading, which is also the accessible name. */
  declare heading: string;
  private focused: HTMLElement | null = null;

  constructor() {
    super();
    this.heading = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.focused = deepActiveElement();
    void this.updateComplete.then(() => this.openUp());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.focused?.isConnected) this.focused.focus();
  }

  private openUp(): void {
    const dialog = this.renderRoot.querySelector('dialog')!;
    if (!this.isConnected || dialog.open) return;
    // Browsers without modal dialogs show it inline.
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    this.querySelector<HTMLElement>('[data-focus]')?.focus();
  }

  private handleCancel(event: Event): void {
    // The owner removes the dialog.
    event.preventDefault();
    this.dispatchEvent(new DismissEvent());
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.handleCancel}>
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
    </dialog>`;
  }
}

function deepActiveElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}
