import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { ItemAttachment } from '../../shared/transcript-item.js';
import { drawIcon } from '../elements/draw-icon.js';
import { reset } from '../elements/reset.styles.js';
import { DrawnEvent } from '../events/drawn-event.js';
import { FileEvent } from '../events/file-event.js';
import { saveFile } from '../save-file.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { attachmentStyles } from './attachment-card.styles.js';
import { drawPicture, isPicture } from './draw-picture.js';
import { sizeText } from './size-text.js';

const fileIcon = drawIcon(
  'M14 3H7.5A1.5 1.5 0 0 0 6 4.5v15A1.5 1.5 0 0 0 7.5 21h9a1.5 1.5 0 0 0 1.5-1.5V7l-4-4Zm0 0v4h4',
);

/**
 * @summary A file that somebody sent: its name and size, and the picture if it is one. Pressing it saves the file.
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
    isDrawn: { state: true },
  };

  declare attachment: ItemAttachment;
  declare contentType: string;
  /** The item that it is; undefined while it is on its way, and can't be read. */
  declare itemId: string | undefined;
  declare strings: Strings;
  declare protected problem: boolean;
  declare protected isBusy: boolean;
  declare protected isDrawn: boolean;
  /** Read once: drawn, and saved from there. */
  private bytes: Promise<Blob> | undefined;

  constructor() {
    super();
    this.strings = en;
    this.problem = false;
    this.isBusy = false;
    this.isDrawn = false;
  }

  private read(): Promise<Blob> {
    const { itemId } = this;
    const { attachmentId } = this.attachment;
    this.bytes ??= new Promise<Blob>((take) => {
      this.dispatchEvent(
        new FileEvent({ type: 'read', attachmentId, itemId: itemId!, take: (bytes) => take(bytes) }),
      );
    }).catch((reason: unknown) => {
      // The next press asks again.
      this.bytes = undefined;
      throw reason;
    });
    return this.bytes;
  }

  private async save(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = false;
    try {
      saveFile(this.attachment.name, await this.read());
    } catch {
      this.problem = true;
    }
    this.isBusy = false;
  }

  protected override updated(changed: PropertyValues): void {
    const { attachment, contentType, itemId } = this;
    if (changed.has('itemId') && itemId && isPicture({ contentType, size: attachment.size }))
      void this.draw();
  }

  /** A picture that can't be had or drawn stays a name to press. */
  private async draw(): Promise<void> {
    try {
      await drawPicture(await this.read(), this.renderRoot.querySelector('canvas')!);
      this.isDrawn = true;
      await this.updateComplete;
      this.dispatchEvent(new DrawnEvent());
    } catch {
      this.isDrawn = false;
    }
  }

  override render() {
    const { attachment, strings } = this;
    const { name } = attachment;
    const size = sizeText(attachment.size, strings.language);
    // What is spoken holds what is written (WCAG 2.5.3).
    const mark = attachment.hasMacros ? strings.macros : '';
    const label = fill(strings.download, { name: [name, size, mark].filter(Boolean).join(' ') });
    const body = html`<canvas ?hidden=${!this.isDrawn}></canvas>
      <span class="file">
        ${fileIcon}
        <span class="name"
          ><bdi>${name}</bdi>${' '}<span class="size">${size}</span
          >${mark && html`${' '}<span class="mark">${mark}</span>`}</span
        >
      </span>`;
    if (!this.itemId) return html`<div class="card">${body}</div>`;
    return html`<button
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
      >`;
  }
}
