import { LitElement, css, html } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderField } from '../../../forms/render-field.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { StatusReasonsModel } from '../state/status-reasons.js';

/** @summary The reasons that agents can choose for being away. */
export class StatusReasons extends LitElement {
  static override styles = [
    controls,
    fieldStyles,
    adminStyles,
    css`
      .add {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }

      .add .field {
        flex: 1 1 220px;
      }

      .news:not(:empty) {
        color: var(--good);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { request: { attribute: false } };

  declare request: ServiceRequest;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new StatusReasonsModel(this.request),
  });

  private readonly add = (event: Event): void => {
    event.preventDefault();
    void this.model.value.add();
  };

  override render() {
    const { list, draft, news, problem, isBusy } = this.model.value.snapshot;
    return html`<section class="card stack" aria-labelledby="heading">
      <div>
        <h2 id="heading">Reasons for being away</h2>
        <p class="muted">
          Agents choose them as their status. They get no new chats, and keep the open ones.
        </p>
      </div>
      <p role="status" class="news">${news}</p>
      ${list ? this.renderList() : problem ? this.renderRetry() : html`<p class="muted" role="status">Loading…</p>`}
      <form class="add" novalidate @submit=${this.add}>
        ${renderField({
          ...{ name: 'reason', label: 'New reason', value: draft, placeholder: 'Lunch', isOptional: true },
          error: problem,
          onInput: (text) => this.model.value.type(text),
        })}
        <button type="submit" aria-disabled=${String(isBusy)}>Add reason</button>
      </form>
    </section>`;
  }

  private renderRetry() {
    const retry = () => void this.model.value.load();
    return html`<p><button type="button" class="small" @click=${retry}>Try again</button></p>`;
  }

  private renderList() {
    const { list } = this.model.value.snapshot;
    if (list!.length === 0) return html`<p>There are no reasons yet: agents choose “Away”.</p>`;
    return html`<ul class="rows">
      ${list!.map(
        (reason) =>
          html`<li class="row">
            <span>${reason.name}</span>
            <button
              type="button"
              class="small"
              aria-label="Delete ${reason.name}"
              @click=${() => void this.model.value.delete(reason)}
            >
              Delete
            </button>
          </li>`,
      )}
    </ul>`;
  }
}
