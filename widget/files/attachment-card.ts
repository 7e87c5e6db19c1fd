import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { ItemAttachment } from '../../shared/transcript-item.js';
import { drawIcon } from '../elements/draw-icon.js';
import { reset } from '../elements/reset.styles.js';
import { DrawnEvent } from '../events/drawn-event.js';
import { FileEvent } from '../events/file-event.js';
import { saveFile } from '../page/save-file.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { attachmentStyles } from './attachment-card.styles.js';
import { drawPicture, isPicture } from './draw-picture.js';
import { sizeText } from './size-text.js';

const fileIcon = drawIcon(
  'M14 3H7.5A1.5 1.5 0 0 0 6 4.5v15A1.5 1.5 0 0 0 7.5 21h9a1.5 1.5 0 0 0 1.5-1.5V7l-4-4Zm0 0v4h4',
);

/** The most pixels of a preview's longer side: enough for screens of double density. */
const longest = 640;

/**
 * @summary A file of a message: its name and size, and a preview if it is a picture. Pressing the preview opens the
 * picture, pressing the name saves the file.
 */
export class AttachmentCard extends LitElement {
  static override styles = [reset, attachmentStyles];
  static override properties = {
    attachment: { attribute: false },
    contentType: {},
    itemId: {},
    strings: { attribute: false },
    problem: { state: true },
    isBusy: { state: true },
    preview: { state: true },
    enlarged: { state: true },
  };

  declare attachment: ItemAttachment;
  declare contentType: string;
  /** The item's id; undefined while the message is not stored and the file can't be downloaded. */
  declare itemId: string | undefined;
  declare strings: Strings;
  declare protected problem: boolean;
  declare protected isBusy: boolean;
  /** The preview, when it is drawn. */
  declare protected preview: HTMLCanvasElement | undefined;
  /** The picture that is shown over the whole window, if any. */
  declare protected enlarged: Blob | undefined;
  /** The file's bytes, downloaded once for the preview and for saving. */
  private bytes: Promise<Blob> | undefined;

  constructor() {
    super();
    this.strings = en;
    this.problem = false;
    this.isBusy = false;
  }

  private read(): Promise<Blob> {
    const { itemId } = this;
    const { attachmentId } = this.attachment;
    this.bytes ??= new Promise<Blob>((take) => {
      this.dispatchEvent(
        new FileEvent({ type: 'read', attachmentId, itemId: itemId!, take: (bytes) => take(bytes) }),
      );
    }).catch((reason: unknown) => {
      // The next press tries again.
      this.bytes = undefined;
      throw reason;
    });
    return this.bytes;
  }

  private save(): Promise<void> {
    return this.attempt(async () => saveFile(this.attachment.name, await this.read()));
  }

  private enlarge(): Promise<void> {
    return this.attempt(async () => {
      await import('./define-picture-dialog.js');
      this.enlarged = await this.read();
    });
  }

  private async attempt(task: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = false;
    try {
      await task();
    } catch {
      this.problem = true;
    }
    this.isBusy = false;
  }

  private async handleClose(): Promise<void> {
    this.enlarged = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.picture')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    const { attachment, contentType, itemId } = this;
    if (changed.has('itemId') && itemId && isPicture({ contentType, size: attachment.size }))
      void this.draw();
  }

  /** If the picture can't be downloaded or drawn, its name remains. */
  private async draw(): Promise<void> {
    const canvas = document.createElement('canvas');
    const isDrawn = await this.read()
      .then((bytes) => drawPicture(bytes, canvas, longest))
      .then(
        () => true,
        () => false,
      );
    if (!isDrawn) return;
    this.preview = canvas;
    await this.updateComplete;
    this.dispatchEvent(new DrawnEvent());
  }

  override render() {
    const { attachment, strings } = this;
    const { name } = attachment;
    const size = sizeText(attachment.size, strings.language);
    // The accessible name contains the visible text (WCAG 2.5.3).
    const mark = attachment.hasMacros ? strings.macros : '';
    const label = fill(strings.download, { name: [name, size, mark].filter(Boolean).join(' ') });
    const body = html`<span class="file">
      ${fileIcon}
      <span class="name"
        ><bdi>${name}</bdi>${' '}<span class="size">${size}</span
        >${mark && html`${' '}<span class="mark">${mark}</span>`}</span
      >
    </span>`;
    if (!this.itemId) return html`<div class="card">${body}</div>`;
    return html`${this.preview ? this.renderPreview(this.preview) : nothing}<button
        class="card"
        aria-label=${label}
        title=${label}
        aria-busy=${String(this.isBusy)}
        @click=${this.save}
      >
        ${body}
      </button>
      <span role="status"
        >${this.problem ? html`<span class="problem">${strings.fileNotRead}</span>` : nothing}</span
      >${this.enlarged ? this.renderEnlarged(this.enlarged) : nothing}`;
  }

  private renderPreview(canvas: HTMLCanvasElement) {
    const label = fill(this.strings.enlarge, { name: this.attachment.name });
    return html`<button class="picture" aria-label=${label} title=${label} @click=${this.enlarge}>
      ${canvas}
    </button>`;
  }

  private renderEnlarged(bytes: Blob) {
    return html`<connect-chat-picture
      .name=${this.attachment.name}
      .bytes=${bytes}
      .strings=${this.strings}
      @close=${this.handleClose}
      @save=${this.save}
    ></connect-chat-picture>`;
  }
}
