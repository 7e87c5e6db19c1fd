import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { limits } from '../../../shared/limits.js';
import type { Widget } from '../../../shared/widget-config.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { adminStyles } from '../admin.styles.js';
import { adviseOnDomain } from './domain-advice.js';
import { DraftEvent } from './draft-event.js';
import { sitesStepStyles } from './sites-step.styles.js';

/**
 * @summary Step 2: on which websites the widget may be, and whether each chat needs a token of the website.
 * @event connect-chat-draft - A member should become another value.
 */
export class SitesStep extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sitesStepStyles];
  static override properties = { draft: { attribute: false } };

  declare draft: Widget;

  private set(pointer: string, value: unknown): void {
    this.dispatchEvent(new DraftEvent(pointer, value));
  }

  private setDomain(index: number, text: string): void {
    this.set(
      '/domains',
      this.draft.domains.map((domain, at) => (at === index ? text : domain)),
    );
  }

  private async addDomain(): Promise<void> {
    const { domains } = this.draft;
    this.set('/domains', [...domains, '']);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.renderRoot.querySelector<HTMLInputElement>(`#domain-${domains.length}`)?.focus();
  }

  private async removeDomain(index: number): Promise<void> {
    this.set(
      '/domains',
      this.draft.domains.filter((_domain, at) => at !== index),
    );
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  override render() {
    return html`<div class="stack">${this.renderDomains()} ${this.renderSecurity()}</div>`;
  }

  private renderDomains() {
    const { domains } = this.draft;
    const isFull = domains.length >= limits.domains;
    return html`<section class="card stack">
      <div>
        <h2>Websites</h2>
        <p class="muted">
          The widget loads on these websites and on no other. Up to ${limits.domains}, each with https:// in
          front; https://*.shop.example is every subdomain of shop.example.
        </p>
      </div>
      ${
        domains.length === 0
          ? html`<p class="notice">None yet: the widget loads on the sample page only.</p>`
          : nothing
      }
      <ol>
        ${domains.map((domain, index) => this.renderDomain(domain, index))}
      </ol>
      <div class="actions">
        <button type="button" class="add" ?disabled=${isFull} @click=${this.addDomain}>Add domain</button>
        ${isFull ? html`<span class="muted small-text">${limits.domains} is the most.</span>` : nothing}
      </div>
    </section>`;
  }

  private renderDomain(domain: string, index: number) {
    const { error, note } = adviseOnDomain(this.draft.domains, index);
    const id = `domain-${index}`;
    return html`<li class="field">
      <label for=${id}>Website ${index + 1}</label>
      <div class="domain">
        <input
          id=${id}
          type="url"
          inputmode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder="https://shop.example"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="${id}-advice"
          .value=${live(domain)}
          @input=${(event: Event) => this.setDomain(index, (event.target as HTMLInputElement).value)}
        />
        <button
          type="button"
          class="quiet"
          aria-label="Remove website ${index + 1}"
          @click=${() => this.removeDomain(index)}
        >
          Remove
        </button>
      </div>
      <p id="${id}-advice" class=${error ? 'error' : 'hint'} role="status">${error || note}</p>
    </li>`;
  }

  private renderSecurity() {
    const { required } = this.draft.security;
    const choose = (value: boolean) => () => this.set('/security/required', value);
    return html`<section class="card stack">
      <fieldset>
        <legend><h2>Add security for your chat widget</h2></legend>
        <label class="choice">
          <input type="radio" name="required" .checked=${live(required)} @change=${choose(true)} />
          <span
            ><strong>Yes</strong> <span class="badge good">Recommended</span><br />A chat starts only with a
            token that your web server has signed. It also tells agents for certain who the visitor is.</span
          >
        </label>
        <label class="choice">
          <input type="radio" name="required" .checked=${live(!required)} @change=${choose(false)} />
          <span><strong>No</strong><br />Every visitor of your websites can start a chat.</span>
        </label>
      </fieldset>
      ${
        required
          ? html`<div class="notice">
              <p><strong>What your website does then</strong></p>
              <ul>
                <li>Its web server keeps a 44-character key, which the next page gives.</li>
                <li>It answers an address such as <code>/token</code> with a token signed with that key.</li>
                <li>The page hands that token to the widget at each new chat: the code to copy does that.</li>
              </ul>
            </div>`
          : nothing
      }
    </section>`;
  }
}
