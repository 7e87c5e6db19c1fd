import { LitElement, html } from 'lit';
import { drawIcon } from '../elements/draw-icon.js';
import { reset } from '../elements/reset.styles.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { drawPicture } from './draw-picture.js';
import { pictureDialogStyles } from './picture-dialog.styles.js';

const closeIcon = drawIcon('M6 6l12 12M18 6L6 18');
const saveIcon = drawIcon('M12 4v11m-5-5 5 5 5-5M5 20h14');
/** The most pixels of a picture's longer side: Safari's limit for a canvas, and more than a screen has. */
const longest = 4096;

/**
 * @summary A picture over the whole window, open while it is rendered. It takes the focus; its owner removes it when
 * it asks to be closed.
 * @event close - The reader closes the picture.
 * @event save - The reader saves the file.
 */
export class PictureDialog extends LitElement {
  static override styles = [reset, pictureDialogStyles];
  static override properties = {
    name: {},
    bytes: { attribute: false },
    strings: { attribute: false },
  };

  /** The file's name. */
  declare name: string;
  declare bytes: Blob;
  declare strings: Strings;
  /** Resolves with the picture to show. */
  isDrawn: Promise<void> | undefined;

  constructor() {
    super();
    this.name = '';
    this.strings = en;
  }

  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog')!;
    // Modal dialogs exist since Firefox 98 and Safari 15.4; in older browsers the chat's z-index applies.
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    this.renderRoot.querySelector<HTMLElement>('.close')!.focus();
    this.isDrawn = drawPicture(this.bytes, this.renderRoot.querySelector('canvas')!, longest);
  }

  private ask(type: 'close' | 'save'): void {
    this.dispatchEvent(new Event(type));
  }

  private handleCancel(event: Event): void {
    event.preventDefault();
    this.ask('close');
  }

  /** Stops keys from reaching the chat and the page, which Escape would close too. */
  private handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.handleCancel(event);
  }

  private handlePress({ target }: Event): void {
    if ((target as Element).className === 'stage') this.ask('close');
  }

  override render() {
    const { name, strings } = this;
    const download = fill(strings.download, { name });
    return html`<dialog
      aria-label=${name}
      dir=${strings.direction}
      @cancel=${this.handleCancel}
      @keydown=${this.handleKey}
      @click=${this.handlePress}
    >
      <div class="bar">
        <span class="name"><bdi>${name}</bdi></span>
        <button aria-label=${download} title=${download} @click=${() => this.ask('save')}>${saveIcon}</button>
        <button
          class="close"
          aria-label=${strings.closeChat}
          title=${strings.closeChat}
          @click=${() => this.ask('close')}
        >
          ${closeIcon}
        </button>
      </div>
      <div class="stage">
        <canvas role="img" aria-label=${name}></canvas>
      </div>
    </dialog>`;
  }
}
