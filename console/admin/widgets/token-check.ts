import { LitElement, html, nothing } from 'lit';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { asRefusal, type ServiceRequest } from '../../service-request.js';
import { adminStyles } from '../admin.styles.js';

/** What the service says of a token. */
interface TokenCheckAnswer {
  isGood: boolean;
  header: Record<string, unknown> | null;
  payload: Record<string, unknown> | null;
  keyId: string | null;
  problems: { reason: string; message: string }[];
  checkedAt: string;
}

/**
 * @summary Takes a pasted token, and says exactly what is wrong with it.
 */
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
    this.problem = this.token.trim() ? '' : 'Paste a token first.';
    if (this.problem) return;
    this.isBusy = true;
    try {
      const path = `/api/widgets/${encodeURIComponent(this.widgetId)}/token-checks`;
      this.answer = (await this.request('POST', path, { token: this.token.trim() })) as TokenCheckAnswer;
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
    this.isBusy = false;
  }

  override render() {
    return html`<section class="card stack">
      <div>
        <h2>Test a token</h2>
        <p class="muted">Paste what your website’s <code>/token</code> answers. Nothing of it is kept.</p>
      </div>
      <form class="stack" novalidate @submit=${this.handleSubmit}>
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
            ${this.isBusy ? 'Testing…' : 'Test it'}
          </button>
        </div>
      </form>
      <div role="status">${this.answer ? this.renderAnswer(this.answer) : nothing}</div>
    </section>`;
  }

  private renderAnswer({ isGood, header, payload, keyId, problems, checkedAt }: TokenCheckAnswer) {
    return html`<div class="stack">
      ${
        isGood
          ? html`<p class="notice"><strong>This token is good.</strong> A chat starts with it now.</p>`
          : html`<div class="alert">
              <strong>A chat would be refused:</strong>
              <ul>
                ${problems.map(({ message }) => html`<li>${message}</li>`)}
              </ul>
            </div>`
      }
      ${payload ? html`<p>${times(payload, Date.parse(checkedAt) / 1000)}</p>` : nothing}
      ${keyId ? html`<p class="muted small-text">Signed with the key <code>${keyId}</code>.</p>` : nothing}
      ${header ? html`<connect-chat-code-block label="header" .text=${pretty(header)}></connect-chat-code-block>` : nothing}
      ${payload ? html`<connect-chat-code-block label="claims" .text=${pretty(payload)}></connect-chat-code-block>` : nothing}
    </div>`;
  }
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** When a token was made and ends, as far as it says so. */
function times({ iat, exp }: Record<string, unknown>, now: number): string {
  const said: string[] = [];
  if (typeof iat === 'number') said.push(`Made ${distance(iat - now)}`);
  if (typeof exp === 'number') said.push(`${exp < now ? 'expired' : 'expires'} ${distance(exp - now)}`);
  return said.length > 0 ? `${said.join(', ')}.` : '';
}

const distance = (seconds: number): string => {
  const whole = Math.round(Math.abs(seconds));
  const text = whole < 120 ? `${whole} seconds` : `${Math.round(whole / 60)} minutes`;
  return seconds < 0 ? `${text} ago` : `in ${text}`;
};
