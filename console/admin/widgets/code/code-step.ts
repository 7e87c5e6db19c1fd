import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice } from '../../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { tryAddress } from '../../state/try-address.js';
import { codeStepStyles } from './code-step.styles.js';
import { tokenSamples } from './token-samples.js';

/** @summary Step 3: a summary, the code to copy, the security keys, and the installation check. */
export class CodeStep extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, codeStepStyles];
  static override properties = {
    request: { attribute: false },
    widgetId: {},
    widget: { attribute: false },
    snippet: { state: true },
    tag: { state: true },
    pinned: { state: true },
    problem: { state: true },
    language: { state: true },
  };

  declare request: ServiceRequest;
  declare widgetId: string;
  /** The saved widget. */
  declare widget: Widget;
  declare protected snippet: string;
  declare protected tag: string;
  /** The tag at an address that never changes, with the hashes of its scripts. */
  declare protected pinned: string;
  declare protected problem: string;
  declare protected language: string;

  constructor() {
    super();
    this.snippet = '';
    this.tag = this.pinned = '';
    this.problem = '';
    this.language = tokenSamples[0]!.language;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('widget') || changed.has('widgetId')) void this.load();
  }

  private async load(): Promise<void> {
    const path = `/api/widgets/${encodeURIComponent(this.widgetId)}/snippet`;
    try {
      const [snippet, tag, pinned] = await Promise.all([
        this.request('GET', path),
        this.request('GET', `${path}?form=element`),
        this.request('GET', `${path}?form=pinned`),
      ]);
      this.snippet = String(snippet);
      this.tag = String(tag);
      this.pinned = String(pinned);
      this.problem = '';
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
  }

  override render() {
    const { required } = this.widget.security;
    return html`<div class="stack">
      ${this.renderSummary()}
      <section class="card stack">
        <div>
          <h2>Code for your website</h2>
          <p class="muted">Add one of these to every page that should show the chat.</p>
        </div>
        <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
        <h3>HTML tag</h3>
        <connect-chat-code-block label="the tag" .text=${this.tag}></connect-chat-code-block>
        ${required ? this.renderAuthenticate() : nothing}
        <h3>Script snippet</h3>
        <p class="muted">
          For pages that used Amazon Connect’s snippet, and for site builders that accept scripts only.
        </p>
        <connect-chat-code-block label="the snippet" .text=${this.snippet}></connect-chat-code-block>
        ${this.renderPolicy()} ${this.renderPinned()}
      </section>
      ${required ? this.renderSecurity() : nothing}
      <connect-chat-install-check
        .request=${this.request}
        .widgetId=${this.widgetId}
        .domains=${this.widget.domains}
      ></connect-chat-install-check>
    </div>`;
  }

  private renderSummary() {
    const { domains, security } = this.widget;
    return html`<section class="card">
      <div class="head">
        <h2>Your widget</h2>
        <a class="button" href=${tryAddress(this.widgetId)} target="_blank" rel="noopener"
          >Try it<span class="visually-hidden"> (opens in a new window)</span></a
        >
      </div>
      <dl>
        <div>
          <dt>Websites</dt>
          <dd>${domains.length > 0 ? domains.join(', ') : 'None yet. Add one in step 2.'}</dd>
        </div>
        <div>
          <dt>Security</dt>
          <dd>${security.required ? 'Every chat needs a token' : 'Anyone can start a chat'}</dd>
        </div>
        <div>
          <dt>Widget ID</dt>
          <dd><code>${this.widgetId}</code></dd>
        </div>
      </dl>
    </section>`;
  }

  private renderAuthenticate() {
    const code = `<script>
  document.querySelector('connect-chat-widget').authenticate = async () =>
    (await (await fetch('/token')).json()).data;
</script>
`;
    return html`<p class="muted">Then add this, so each chat gets a token:</p>
      <connect-chat-code-block label="the token request" .text=${code}></connect-chat-code-block>`;
  }

  private renderPolicy() {
    const origin = serviceOf(this.tag);
    if (!origin) return nothing;
    const policy = `script-src ${origin};\nconnect-src ${origin} ${origin.replace(/^http/, 'ws')};`;
    return html`<details>
      <summary>Using a Content-Security-Policy?</summary>
      <p class="muted">Add this to it. You don’t need to allow inline styles.</p>
      <connect-chat-code-block label="the policy" .text=${policy}></connect-chat-code-block>
    </details>`;
  }

  private renderPinned() {
    return html`<details>
      <summary>Allowing only scripts that you have checked?</summary>
      <p class="muted">
        This tag stays at the version that you see now, and browsers refuse scripts that differ from it. New
        versions reach your website when you replace the code. The service keeps each version that it has
        served.
      </p>
      <connect-chat-code-block label="the tag with hashes" .text=${this.pinned}></connect-chat-code-block>
    </details>`;
  }

  private renderSecurity() {
    return html`<connect-chat-security-keys
        .request=${this.request}
        .widgetId=${this.widgetId}
      ></connect-chat-security-keys>
      ${this.renderEndpoint()}
      <connect-chat-token-check
        .request=${this.request}
        .widgetId=${this.widgetId}
      ></connect-chat-token-check>`;
  }

  private renderEndpoint() {
    return html`<section class="card stack">
      <div>
        <h2>Token endpoint</h2>
        <p class="muted">
          An address on your web server that returns a signed token. It can check your own sign-in first, so
          you decide who can chat.
        </p>
      </div>
      ${renderChoice({
        name: 'language',
        label: 'Language',
        value: this.language,
        options: tokenSamples.map(({ language }) => ({ value: language, text: language })),
        onChoose: (language) => (this.language = language),
      })}
      ${this.renderSample()}
    </section>`;
  }

  private renderSample() {
    const { language, needs, code } = tokenSamples.find((sample) => sample.language === this.language)!;
    return html`<p class="muted">
        Requires <code>${needs}</code> and the key in the environment variable <code>CONNECT_CHAT_KEY</code>.
      </p>
      <connect-chat-code-block
        label="the token endpoint in ${language}"
        .text=${code(this.widgetId)}
      ></connect-chat-code-block>`;
  }
}

/** Returns the origin of a tag's script. */
const serviceOf = (tag: string): string | undefined => /src="(https?:\/\/[^/"]+)/.exec(tag)?.[1];
