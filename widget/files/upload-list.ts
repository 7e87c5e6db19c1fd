import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Upload } from '../../client/uploads.js';
import * as clientLimits from '../../shared/client-limits.js';
import { reset } from '../elements/reset.styles.js';
import { FileEvent } from '../events/file-event.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { refusalText } from '../strings/refusal-text.js';
import { sizeText } from './size-text.js';
import { uploadListStyles } from './upload-list.styles.js';

/**
 * @summary Files that are being uploaded: their progress, or why they are refused, and a button to remove each.
 * Before that, the area to drop files on.
 * @event connect-chat-file - A file is removed.
 */
export class UploadList extends LitElement {
  static override styles = [reset, uploadListStyles];
  static override properties = {
    isOver: { type: Boolean },
    uploads: { attribute: false },
    strings: { attribute: false },
  };

  /** Whether the visitor drags files over the chat. */
  declare isOver: boolean;
  /** In the order of their uploads. */
  declare uploads: readonly Upload[];
  declare strings: Strings;

  constructor() {
    super();
    this.isOver = false;
    this.uploads = [];
    this.strings = en;
  }

  override render() {
    return html`${this.isOver ? html`<p class="drop">${this.strings.dropFiles}</p>` : nothing}
      <ul ?hidden=${this.uploads.length === 0}>
        ${repeat(
          this.uploads,
          ({ clientToken }) => clientToken,
          (upload) => this.renderUpload(upload),
        )}
      </ul>
      <p class="visually-hidden" role="status">${this.told}</p>`;
  }

  /** Screen readers announce refusals, and not the progress. */
  private get told(): string {
    const refused = this.uploads.filter(({ refusal }) => refusal);
    return refused.map((upload) => this.refusal(upload)).join(' ');
  }

  private renderUpload(upload: Upload) {
    const { clientToken, name, sent, refusal } = upload;
    const { strings } = this;
    const remove = refusal ? strings.remove : strings.cancel;
    return html`<li>
      <div>
        <span class="name"><bdi>${name}</bdi></span>
        ${
          refusal
            ? html`<span class="refusal">${this.refusal(upload)}</span>`
            : html`<progress
                aria-label=${fill(strings.uploading, { name })}
                max="1"
                .value=${sent}
              ></progress>`
        }
      </div>
      <button
        aria-label="${remove}: ${name}"
        @click=${() => this.dispatchEvent(new FileEvent({ type: 'remove', clientToken }))}
      >
        ${remove}
      </button>
    </li>`;
  }

  private refusal({ name, refusal }: Upload): string {
    const { strings } = this;
    switch (refusal?.code) {
      case 'ATTACHMENT_TOO_LARGE': {
        const size = sizeText(clientLimits.attachmentBytes, strings.language);
        return fill(strings.fileTooLarge, { name, size });
      }
      case 'ATTACHMENT_TYPE_REFUSED':
      case 'ATTACHMENT_EMPTY':
      case 'ATTACHMENT_NAME_INVALID':
        return fill(strings.fileRefused, { name });
      case 'TOO_MANY_FILES':
        return fill(strings.tooManyFiles, { count: clientLimits.uploads });
      default:
        return refusalText(refusal?.code ?? '', strings);
    }
  }
}
