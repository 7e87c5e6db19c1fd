import { LitElement, html, nothing } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { durationText } from '../../../time/time-text.js';
import { accountListStyles } from '../../accounts/elements/account-list.styles.js';
import { toHash } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { QueueListModel } from '../state/queue-list.js';
import type { KnownQueue } from '../state/queue.js';

/** @summary The queues: what happens in each now, and links to their pages. */
export class QueuePage extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, accountListStyles];
  static override properties = { request: { attribute: false } };

  declare request: ServiceRequest;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new QueueListModel(this.request),
  });

  private readonly dismiss = (): void => this.model.value.dismiss();

  override render() {
    const { list, news, leaving } = this.model.value.snapshot;
    return html`<div class="head">
        <h1 tabindex="-1">Queues</h1>
        <a class="button" href=${toHash({ view: 'queue', queueId: '' })}>Add queue</a>
      </div>
      <p role="status" class="news">${news}</p>
      ${this.renderProblem()} ${list ? this.renderTable(list) : nothing}
      ${leaving ? this.renderDelete(leaving) : nothing}`;
  }

  private renderProblem() {
    const { list, problem, leaving } = this.model.value.snapshot;
    const retry = () => void this.model.value.load();
    return html`<div role="alert">
        ${
          problem && !leaving
            ? html`<p class="alert">
                ${problem}
                ${list ? nothing : html`<button type="button" class="small" @click=${retry}>Try again</button>`}
              </p>`
            : nothing
        }
      </div>
      ${list || problem ? nothing : html`<p class="muted" role="status">Loading…</p>`}`;
  }

  private renderTable(list: readonly KnownQueue[]) {
    return html`<div class="card">
      <table>
        <thead>
          <tr>
            ${['Queue', 'Now', 'Waiting', 'Agents with room', 'In the last hour'].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
            <th scope="col"><span class="muted">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${list.map((queue) => this.renderRow(queue))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(queue: KnownQueue) {
    const { queueId, name, description, isOpen, live } = queue;
    return html`<tr>
      <th scope="row">
        <a href=${toHash({ view: 'queue', queueId })}>${name}</a>
        <span class="muted">${description}</span>
      </th>
      <td><span class="badge ${isOpen ? 'good' : ''}">${isOpen ? 'Open' : 'Closed'}</span></td>
      <td><span class="narrow">Waiting: </span>${waitingText(queue)}</td>
      <td>
        <span class="narrow">Agents with room: </span>${live.agentsAvailable} of ${live.agentsOnline} online
      </td>
      <td><span class="narrow">In the last hour: </span>${recentText(queue)}</td>
      <td>
        <div class="actions">
          <a class="button" href=${toHash({ view: 'queue', queueId })} aria-label="Edit ${name}">Edit</a>
          ${
            queueId === 'default'
              ? nothing
              : html`<button
                  type="button"
                  class="small"
                  aria-label="Delete ${name}"
                  @click=${() => this.model.value.ask(queue)}
                >
                  Delete
                </button>`
          }
        </div>
      </td>
    </tr>`;
  }

  private renderDelete(queue: KnownQueue) {
    const { problem, isBusy } = this.model.value.snapshot;
    return html`<connect-chat-staff-dialog
      heading="Delete ${queue.name}?"
      @connect-chat-dismiss=${this.dismiss}
    >
      <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
      <p>Its hours and rules are deleted. Chats and their transcripts stay.</p>
      <div class="actions end">
        <button type="button" data-focus @click=${this.dismiss}>Cancel</button>
        <button
          type="button"
          class="bad"
          aria-disabled=${String(isBusy)}
          @click=${() => void this.model.value.delete(queue)}
        >
          Delete
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}

function waitingText({
  maxContacts,
  live: { contactsInQueue, oldestContactAgeSeconds },
}: KnownQueue): string {
  const count = maxContacts === undefined ? `${contactsInQueue}` : `${contactsInQueue} of ${maxContacts}`;
  return contactsInQueue === 0 ? count : `${count}, longest ${durationText(oldestContactAgeSeconds * 1_000)}`;
}

function recentText({ recent: { answered, answeredInTime } }: KnownQueue): string {
  if (answered === 0) return 'No chat answered';
  const share = answeredInTime === null ? '' : `, ${Math.round((answeredInTime / answered) * 100)}% in time`;
  return `${answered} answered${share}`;
}
