import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { ContactFilterChoices } from '../../../../shared/contact-filters.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { toHash } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { parseFilters, toRequestQuery, type ContactFilters } from '../state/contact-filters.js';
import { ContactListModel, readChoices, type ContactListState } from '../state/contact-list.js';
import { contactPageStyles } from './contact-page.styles.js';
import { renderContactRow } from './render-contact-row.js';

/**
 * @summary All contacts: found by words and filters, which the address has, and exported.
 */
export class ContactPage extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, contactPageStyles];
  static override properties = {
    request: { attribute: false },
    query: { attribute: false },
    now: { attribute: false },
    choices: { state: true },
  };

  declare request: ServiceRequest;
  /** The query of the address. */
  declare query: string;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  declare protected choices: ContactFilterChoices;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request, this.query],
    create: () => new ContactListModel(this.request, this.filters),
  });

  constructor() {
    super();
    this.query = '';
    this.now = wallTime;
    this.choices = { widgets: [], queues: [], agents: [], tags: [] };
  }

  private get filters(): ContactFilters {
    return parseFilters(this.query);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('request')) void readChoices(this.request).then((choices) => (this.choices = choices));
  }

  override render() {
    const state = this.model.value.snapshot;
    return html`<div class="head">
        <h1 tabindex="-1">Contacts</h1>
        ${this.renderExports()}
      </div>
      <connect-chat-contact-filters
        .filters=${this.filters}
        .choices=${this.choices}
        .onSearch=${(query: string) => (location.hash = toHash({ view: 'contacts', query }))}
      ></connect-chat-contact-filters>
      <p role="status" class="count">${countText(state)}</p>
      ${
        state.isIncomplete
          ? html`<p class="notice">Contacts are being indexed: some may still be missing here.</p>`
          : nothing
      }
      <div role="alert">${state.problem ? this.renderProblem(state) : nothing}</div>
      ${state.list && state.list.length > 0 ? this.renderList(state) : nothing}`;
  }

  private renderExports() {
    const address = (more: Record<string, string>) =>
      `/api/contacts/export?${toRequestQuery(this.filters, more)}`;
    return html`<div class="actions">
      <a class="button" href=${address({ format: 'csv' })} download="contacts.csv">Export CSV</a>
      <a class="button" href=${address({ format: 'jsonl', transcript: 'true' })} download="contacts.jsonl"
        >Export JSON</a
      >
    </div>`;
  }

  private renderProblem({ problem, list }: ContactListState) {
    const retry = () => void this.model.value.load();
    return html`<p class="alert">
      ${problem}
      ${list ? nothing : html`<button type="button" class="small" @click=${retry}>Try again</button>`}
    </p>`;
  }

  private renderList({ list, next, isBusy }: ContactListState) {
    const { choices, query } = this;
    return html`<section class="card" aria-label="Found contacts">
        <ul class="rows">
          ${list!.map((contact) => renderContactRow({ contact, choices, query, now: this.now() }))}
        </ul>
      </section>
      ${
        next === null
          ? nothing
          : html`<p class="more">
              <button
                type="button"
                aria-disabled=${String(isBusy)}
                @click=${() => void this.model.value.loadMore()}
              >
                Show more
              </button>
            </p>`
      }`;
  }
}

function countText({ list, total, next, problem }: ContactListState): string {
  if (!list) return problem ? '' : 'Searching…';
  if (list.length === 0) return 'No contacts found.';
  const count = total?.count ?? list.length;
  const more = total ? total.isMore : next !== null;
  return `${count.toLocaleString('en')}${more ? ' or more' : ''} ${count === 1 && !more ? 'contact' : 'contacts'}`;
}
