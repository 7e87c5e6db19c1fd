import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { renderCode } from './render-code.js';
import { readPastedToken } from './read-pasted-token.js';
import { tokenTimes } from './token-times.js';

/** The service's check of a token. */
interface TokenCheckAnswer {
  isGood: boolean;
  header: Record<string, unknown> | null;
  payload: Record<string, unknown> | null;
  keyId: string | null;
  problems: { reason: string; message: string }[];
  checkedAt: string;
}

/** @summary Tests a pasted token, and lists what is wrong with it. */
export class TokenCheck extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    widgetId: {},
    token: { state: true },
    answer: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  declare widgetId: string;
  declare protected token: string;
  declare protected answer: TokenCheckAnswer | undefined;
  declare protected problem: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.token = '';
    this.problem = '';
    this.isBusy = false;
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.answer = undefined;
    const pasted = readPastedToken(this.token);
    this.problem = pasted.ok ? '' : pasted.problem;
    if (!pasted.ok) return;
    this.isBusy = true;
    try {
      const path = `/api/widgets/${encodeURIComponent(this.widgetId)}/token-checks`;
      this.answer = (await this.request('POST', path, { token: pasted.token })) as TokenCheckAnswer;
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
    this.isBusy = false;
  }

  override render() {
    return html`<section class="card stack">
      <div>
        <h2>Test a token</h2>
        <p class="muted">
          Open <code>/token</code> on your website and paste the whole answer, such as
          <code>{"data":"eyJ…"}</code>, or the token alone. Nothing is stored.
        </p>
      </div>
      ${this.renderForm()}
      <div role="status">${this.answer ? this.renderAnswer(this.answer) : nothing}</div>
    </section>`;
  }

  private renderForm() {
    return html`<form class="stack" novalidate @submit=${this.handleSubmit}>
      <div class="field">
        <label for="token">Token</label>
        <textarea
          id="token"
          rows="3"
          spellcheck="false"
          aria-invalid=${this.problem ? 'true' : 'false'}
          aria-describedby="token-error"
          .value=${this.token}
          @input=${(event: Event) => (this.token = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <p class="error" id="token-error" role="alert">${this.problem}</p>
      </div>
      <div class="actions">
        <button type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>
          ${this.isBusy ? 'Testing…' : 'Test token'}
        </button>
      </div>
    </form>`;
  }

  private renderAnswer({ isGood, header, payload, keyId, problems, checkedAt }: TokenCheckAnswer) {
    return html`<div class="stack">
      ${
        isGood
          ? html`<p class="notice"><strong>This token works.</strong> A chat can start with it.</p>`
          : html`<div class="alert">
              <strong>A chat can’t start with this token:</strong>
              <ul>
                ${problems.map(({ message }) => html`<li>${renderCode(message)}</li>`)}
              </ul>
            </div>`
      }
      ${payload ? html`<p class="muted">${tokenTimes(payload, Date.parse(checkedAt) / 1000)}</p>` : nothing}
      ${keyId ? html`<p class="muted small-text">Signed with key <code>${keyId}</code>.</p>` : nothing}
      ${header ? html`<connect-chat-code-block label="header" .text=${pretty(header)}></connect-chat-code-block>` : nothing}
      ${payload ? html`<connect-chat-code-block label="claims" .text=${pretty(payload)}></connect-chat-code-block>` : nothing}
    </div>`;
  }
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
