import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { limits } from '../../../../shared/limits.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { addDomains, splitDomains } from '../state/added-domains.js';
import { adviseOnDomain, type DomainAdvice } from '../state/domain-advice.js';
import { domainListStyles } from './domain-list.styles.js';
import { DraftEvent } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';

/** The number of websites from which the list has a search. */
const searchThreshold = 8;

/**
 * @summary The websites of a widget: add them one by one or by pasting several, search, and remove them.
 * @event connect-chat-draft - Requests another list of websites.
 */
export class DomainList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, domainListStyles];
  static override properties = {
    domains: { attribute: false },
    search: { state: true },
    news: { state: true },
  };

  declare domains: readonly string[];
  declare protected search: string;
  /** The outcome of pasting addresses, in a sentence. */
  declare protected news: string;

  constructor() {
    super();
    this.domains = [];
    this.search = '';
    this.news = '';
  }

  private change(domains: readonly string[], news = ''): void {
    this.news = news;
    this.dispatchEvent(new DraftEvent('/domains', domains));
  }

  private setDomain(index: number, text: string): void {
    this.change(this.domains.map((domain, at) => (at === index ? text : domain)));
  }

  private async add(): Promise<void> {
    const { length } = this.domains;
    this.search = '';
    this.change([...this.domains, '']);
    await this.focusSoon(`#${fieldId(`/domains/${length}`)}`);
  }

  private async drop(index: number): Promise<void> {
    this.change(this.domains.filter((_domain, at) => at !== index));
    await this.focusSoon('.add');
  }

  /** Adds a row for each of several pasted addresses. A single one is pasted as usual. */
  private async handlePaste(index: number, event: ClipboardEvent): Promise<void> {
    const pasted = splitDomains(event.clipboardData?.getData('text') ?? '');
    if (pasted.length < 2) return;
    event.preventDefault();
    const { domains, news } = addDomains(this.domains, index, pasted);
    this.change(domains, news);
    await this.focusSoon('.add');
  }

  /** Focuses an element after the owner has passed the changed list down. */
  private async focusSoon(selector: string): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  override render() {
    const { domains } = this;
    const isFull = domains.length >= limits.domains;
    return html`<section class="card stack" aria-labelledby="websites-heading">
      <div>
        <h2 id="websites-heading">Websites</h2>
        <p class="muted">
          Chat loads only on these websites, up to ${limits.domains}. Use
          <code>https://*.shop.example</code> for all subdomains.
        </p>
      </div>
      ${domains.length === 0 ? html`<p class="notice">No websites yet. Until you add one, you can try the widget on the sample page only.</p>` : nothing}
      ${domains.length >= searchThreshold ? this.renderSearch() : nothing} ${this.renderRows()}
      <div class="actions">
        <button
          type="button"
          class="add"
          aria-disabled=${isFull ? 'true' : 'false'}
          @click=${() => !isFull && this.add()}
        >
          Add domain
        </button>
        <span class="muted small-text"
          >${isFull ? `You can add up to ${limits.domains}.` : 'Tip: paste several at once.'}</span
        >
      </div>
      <p role="status" class="muted small-text">${this.news}</p>
    </section>`;
  }

  private renderSearch() {
    return html`<div class="field">
      <label for="search">Search ${this.domains.length} websites</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        .value=${live(this.search)}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private renderRows() {
    const wanted = this.domains.length >= searchThreshold ? this.search.trim().toLowerCase() : '';
    const rows = this.domains.map((domain, index) => ({ domain, index }));
    const shown = rows.filter(({ domain }) => domain.toLowerCase().includes(wanted));
    if (rows.length > 0 && shown.length === 0)
      return html`<p class="muted" role="status">No website matches “${this.search}”.</p>`;
    return html`<ol class=${rows.length >= searchThreshold ? 'long' : ''}>
      ${shown.map(({ domain, index }) => this.renderDomain(domain, index))}
    </ol>`;
  }

  private renderDomain(domain: string, index: number) {
    const advice = adviseOnDomain(this.domains, index);
    return html`<li class="field">
      ${this.renderAddress(domain, index, advice.error !== '')} ${this.renderAdvice(advice, index)}
    </li>`;
  }

  private renderAddress(domain: string, index: number, isWrong: boolean) {
    const id = fieldId(`/domains/${index}`);
    return html`<div class="domain">
      <label for=${id}><span class="visually-hidden">Website </span>${index + 1}</label>
      <input
        id=${id}
        type="url"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        placeholder="https://shop.example"
        aria-invalid=${isWrong ? 'true' : 'false'}
        aria-describedby="${id}-advice"
        .value=${live(domain)}
        @input=${(event: Event) => this.setDomain(index, (event.target as HTMLInputElement).value)}
        @paste=${(event: ClipboardEvent) => this.handlePaste(index, event)}
      />
      <button
        type="button"
        class="quiet"
        aria-label="Remove website ${index + 1}"
        @click=${() => this.drop(index)}
      >
        Remove
      </button>
    </div>`;
  }

  private renderAdvice({ error, note, suggestion }: DomainAdvice, index: number) {
    return html`<div class="advice">
      <p id="${fieldId(`/domains/${index}`)}-advice" class=${error ? 'error' : 'hint'} role="status">
        ${error || note}
      </p>
      ${
        suggestion === undefined
          ? nothing
          : html`<button type="button" class="small" @click=${() => this.setDomain(index, suggestion)}>
              Use ${suggestion}
            </button>`
      }
    </div>`;
  }
}
