import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Upload } from '../../client/uploads.js';
import { clientLimits } from '../../shared/client-limits.js';
import { reset } from '../elements/reset.styles.js';
import { FileEvent } from '../events/file-event.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { refusalText } from '../strings/refusal-text.js';
import { sizeText } from './size-text.js';
import { uploadListStyles } from './upload-list.styles.js';

/**
 * @summary Files on their way: how far each has got, or why it can't be sent, and the way to give it up. Before that, where
 * they can be dropped.
 * @event connect-chat-file - A file is given up.
 */
export class UploadList extends LitElement {
  static override styles = [reset, uploadListStyles];
  static override properties = {
    isOver: { type: Boolean },
    uploads: { attribute: false },
    strings: { attribute: false },
  };

  /** Whether files are held over the chat, to be dropped there. */
  declare isOver: boolean;
  /** In the order in which they are sent. */
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

  /** Refusals are read out; how far a file has got is not. */
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
