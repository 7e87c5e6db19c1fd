import { LitElement, html, nothing } from 'lit';
import type { CannedReply } from '../../../../shared/canned-reply.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { CannedReplyListModel } from '../state/canned-reply-list.js';
import { cannedReplyPageStyles } from './canned-reply-page.styles.js';

/**
 * @summary Canned replies, by folder: added, changed, deleted.
 */
export class CannedReplyPage extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, cannedReplyPageStyles];
  static override properties = { request: { attribute: false } };

  declare request: ServiceRequest;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new CannedReplyListModel(this.request),
  });

  private readonly dismiss = (): void => this.model.value.dismiss();

  override render() {
    const { list, news, question, problem } = this.model.value.snapshot;
    return html`<div class="head">
        <h1 tabindex="-1">Canned replies</h1>
        <button type="button" class="primary" @click=${() => this.model.value.ask({ kind: 'edit' })}>
          Add canned reply
        </button>
      </div>
      <p class="muted">Agents type / in an empty message, or press “Canned replies”, and choose one.</p>
      <p role="status" class="news">${news}</p>
      ${question ? nothing : this.renderProblem(problem)} ${list ? this.renderFolders(list) : nothing}
      ${this.renderQuestion()}`;
  }

  private renderProblem(problem: string) {
    const { list } = this.model.value.snapshot;
    const retry = () => void this.model.value.load();
    return html`<div role="alert">
        ${
          problem
            ? html`<p class="alert">
                ${problem}
                ${list ? nothing : html`<button type="button" class="small" @click=${retry}>Try again</button>`}
              </p>`
            : nothing
        }
      </div>
      ${list || problem ? nothing : html`<p class="muted" role="status">Loading…</p>`}`;
  }

  private renderFolders(list: readonly CannedReply[]) {
    if (list.length === 0) return html`<p class="card">There are no canned replies yet.</p>`;
    const folders = [...new Set(list.map(({ folder }) => folder))].sort((a, b) => a.localeCompare(b));
    return folders.map(
      (folder) =>
        html`<section class="card" aria-label=${folder || 'Without folder'}>
          ${folder ? html`<h2>${folder}</h2>` : nothing}
          <ul class="rows">
            ${list.filter((reply) => reply.folder === folder).map((reply) => this.renderRow(reply))}
          </ul>
        </section>`,
    );
  }

  private renderRow(reply: CannedReply) {
    const { shortcut, text, isShared } = reply;
    const ask = (kind: 'edit' | 'delete') => () => this.model.value.ask({ kind, reply });
    return html`<li class="row">
      <div class="what">
        <strong>/${shortcut}</strong> ${isShared ? nothing : html`<span class="badge">Only me</span>`}
        <p class="text">${text}</p>
      </div>
      <div class="actions">
        <button type="button" class="small" aria-label="Edit /${shortcut}" @click=${ask('edit')}>Edit</button>
        <button type="button" class="small" aria-label="Delete /${shortcut}" @click=${ask('delete')}>
          Delete
        </button>
      </div>
    </li>`;
  }

  private renderQuestion() {
    const { question } = this.model.value.snapshot;
    if (!question) return nothing;
    if (question.kind === 'delete') return this.renderDelete(question.reply);
    return html`<connect-chat-canned-reply-dialog
      .request=${this.request}
      .reply=${question.reply}
      .onDone=${(reply: CannedReply) => void this.model.value.saved(reply)}
      @connect-chat-dismiss=${this.dismiss}
    ></connect-chat-canned-reply-dialog>`;
  }

  private renderDelete(reply: CannedReply) {
    const { problem, isBusy } = this.model.value.snapshot;
    return html`<connect-chat-staff-dialog
      heading="Delete /${reply.shortcut}?"
      @connect-chat-dismiss=${this.dismiss}
    >
      <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
      <p>${reply.isShared ? 'No agent can insert it any more.' : 'You can’t insert it any more.'}</p>
      <div class="actions end">
        <button type="button" data-focus @click=${this.dismiss}>Cancel</button>
        <button
          type="button"
          class="bad"
          aria-disabled=${String(isBusy)}
          @click=${() => void this.model.value.delete(reply)}
        >
          Delete
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
