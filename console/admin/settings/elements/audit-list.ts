import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { dayAndTime } from '../../../time/time-text.js';
import { accountListStyles } from '../../accounts/elements/account-list.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { AuditListModel } from '../state/audit-list.js';
import { auditText } from '../state/audit-text.js';

/** @summary What staff have changed: who, when, and which members. */
export class AuditList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, accountListStyles];
  static override properties = { request: { attribute: false }, now: { attribute: false } };

  declare request: ServiceRequest;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new AuditListModel(this.request),
  });

  constructor() {
    super();
    this.now = wallTime;
  }

  override render() {
    const { entries, next, problem } = this.model.value.snapshot;
    return html`<section class="card stack" aria-labelledby="heading">
      <div>
        <h2 id="heading">Audit log</h2>
        <p class="muted">What staff and programs have changed. It names members, not their values.</p>
      </div>
      <div role="alert">${problem ? this.renderProblem(problem) : nothing}</div>
      ${entries ? this.renderEntries(entries) : problem ? nothing : html`<p class="muted" role="status">Loading…</p>`}
      ${
        next === null
          ? nothing
          : html`<p>
              <button type="button" class="small" @click=${() => void this.model.value.loadEarlier()}>
                Show earlier
              </button>
            </p>`
      }
    </section>`;
  }

  private renderProblem(problem: string) {
    const retry = () => void this.model.value.load();
    return html`<p class="alert">
      ${problem} <button type="button" class="small" @click=${retry}>Try again</button>
    </p>`;
  }

  private renderEntries(entries: readonly AuditEntry[]) {
    if (entries.length === 0) return html`<p>Nothing was changed yet.</p>`;
    return html`<table>
      <thead>
        <tr>
          ${['When', 'Who', 'What', 'Members'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry) => this.renderEntry(entry))}
      </tbody>
    </table>`;
  }

  private renderEntry(entry: AuditEntry) {
    const { at, who, target, members } = entry;
    return html`<tr>
      <th scope="row">${dayAndTime(at, this.now())}</th>
      <td>${who === 'ADMIN_TOKEN' ? 'Administrator’s token' : who}</td>
      <td class="queue-names">
        ${auditText(entry)} ${target === null ? nothing : html`<span class="muted">${target}</span>`}
      </td>
      <td class="queue-names">${members.join(', ')}</td>
    </tr>`;
  }
}
