import { LitElement, html } from 'lit';
import { drawIcon } from '../elements/draw-icon.js';
import { reset } from '../elements/reset.styles.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { drawPicture } from './draw-picture.js';
import { pictureDialogStyles } from './picture-dialog.styles.js';

const closeIcon = drawIcon('M6 6l12 12M18 6L6 18');
const saveIcon = drawIcon('M12 4v11m-5-5 5 5 5-5M5 20h14');
/** Pixels of the longer side beyond which a picture is drawn smaller: what Safari has for a canvas, and more than a screen. */
const longest = 4096;

/**
 * @summary A picture over the whole window, above everything on its page, there while it is rendered. It takes the focus;
 * whoever renders it takes it away again when it asks to be closed.
 * @event close - Nobody wants to see it any more.
 * @event save - The file is to be saved.
 */
export class PictureDialog extends LitElement {
  static override styles = [reset, pictureDialogStyles];
  static override properties = {
    name: {},
    bytes: { attribute: false },
    strings: { attribute: false },
  };

  /** The file's, for people. */
  declare name: string;
  declare bytes: Blob;
  declare strings: Strings;
  /** Resolves once the picture can be seen. */
  isDrawn: Promise<void> | undefined;

  constructor() {
    super();
    this.name = '';
    this.strings = en;
  }

  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog')!;
    // Firefox has modal dialogs since 98, Safari since 15.4: before, it lies over what the chat itself lies over.
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

  /** Keys belong to the picture alone: neither the chat nor the page is closed by its Escape. */
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
