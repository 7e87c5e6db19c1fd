import { LitElement, css, html } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderField } from '../../../forms/render-field.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { daysRule, RetentionModel } from '../state/retention.js';

/** @summary After how many days ended contacts are erased. */
export class RetentionForm extends LitElement {
  static override styles = [
    controls,
    fieldStyles,
    adminStyles,
    css`
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
    create: () => new RetentionModel(this.request),
  });

  private readonly save = (event: Event): void => {
    event.preventDefault();
    void this.model.value.save();
  };

  override render() {
    const { days, news, problem, isBusy } = this.model.value.snapshot;
    const retry = () => void this.model.value.load();
    return html`<section class="card stack" aria-labelledby="heading">
      <div>
        <h2 id="heading">Retention</h2>
        <p class="muted">
          Ended chats are erased with their transcripts and files, and can’t be brought back. Addresses (IP)
          of visitors are never kept with a chat.
        </p>
      </div>
      <p role="status" class="news">${news}</p>
      ${
        days === undefined
          ? problem
            ? html`<p class="alert">
                ${problem} <button type="button" class="small" @click=${retry}>Try again</button>
              </p>`
            : html`<p class="muted" role="status">Loading…</p>`
          : html`<form class="stack" novalidate @submit=${this.save}>
              ${renderField({
                ...{ name: 'days', label: 'Days until ended chats are erased', type: 'number', value: days },
                ...{ isOptional: true, hint: daysRule, error: problem },
                onInput: (text) => this.model.value.type(text),
              })}
              <p class="actions">
                <button type="submit" aria-disabled=${String(isBusy)}>Save retention</button>
              </p>
            </form>`
      }
    </section>`;
  }
}
