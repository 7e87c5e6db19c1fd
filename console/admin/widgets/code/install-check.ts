import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { limits } from '../../../../shared/limits.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { renderCode } from './render-code.js';
import { timeAgo } from '../../../time/time-ago.js';
import type { WidgetActivity } from '../state/widget-activity.js';
import { AllowDomainEvent } from './allow-domain-event.js';

/** Milliseconds between two requests. */
const pollInterval = 2_000;

/**
 * @summary Lists where the widget was loaded, and what was blocked and why. A blocked website can be allowed.
 * @event connect-chat-allow-domain - The user allows a blocked website.
 */
export class InstallCheck extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    widgetId: {},
    domains: { attribute: false },
    now: { attribute: false },
    activity: { state: true },
    problem: { state: true },
    time: { state: true },
  };

  declare request: ServiceRequest;
  declare widgetId: string;
  /** The widget's websites. */
  declare domains: readonly string[];
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  declare protected activity: WidgetActivity | undefined;
  declare protected problem: string;
  declare protected time: number;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.domains = [];
    this.now = wallTime;
    this.problem = '';
    this.time = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => document.visibilityState === 'visible' && void this.poll(), pollInterval);
    void this.updateComplete.then(() => this.poll());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async poll(): Promise<void> {
    try {
      const path = `/api/widgets/${encodeURIComponent(this.widgetId)}/activity`;
      this.activity = (await this.request('GET', path)) as WidgetActivity;
      this.problem = '';
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
    this.time = this.now();
  }

  override render() {
    const { activity } = this;
    return html`<section class="card stack">
      <h2>Installation check</h2>
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
      ${activity ? this.renderActivity(activity) : html`<p class="muted" role="status">Loading…</p>`}
    </section>`;
  }

  private renderActivity({ seen, refused }: WidgetActivity) {
    const unseen = this.domains.filter(
      (domain) => !domain.includes('*') && !seen.some(({ origin }) => origin === domain),
    );
    return html`<ul class="rows">
        ${seen.map(
          ({ origin, at }) =>
            html`<li class="row">
              <span><span class="badge good">Seen</span> <strong>${origin}</strong></span>
              <span class="muted">${this.ago(at)}</span>
            </li>`,
        )}
        ${unseen.map(
          (domain) =>
            html`<li class="row">
              <span><span class="badge">Waiting</span> <strong>${domain}</strong></span>
              <span class="muted">not seen yet</span>
            </li>`,
        )}
      </ul>
      ${
        seen.length + unseen.length === 0
          ? html`<p class="muted">Add a website in step 2. It appears here once a page loads the widget.</p>`
          : nothing
      }
      <h3>Recently blocked</h3>
      ${refused.length === 0 ? html`<p class="muted">Nothing was blocked.</p>` : this.renderRefused(refused)}`;
  }

  private renderRefused(refused: WidgetActivity['refused']) {
    return html`<ul class="rows">
      ${refused.map(({ at, origin, reason, message, count }) => {
        const mayAllow = reason === 'ORIGIN' && origin !== null && !this.domains.includes(origin);
        return html`<li class="row">
          <span
            ><strong>${origin ?? 'Unknown website'}</strong><br /><span class="muted small-text"
              >${renderCode(message)} ${this.ago(at)}${count > 1 ? `, ${count} times` : ''}</span
            ></span
          >
          ${mayAllow ? this.renderAllow(origin) : nothing}
        </li>`;
      })}
    </ul>`;
  }

  private renderAllow(origin: string) {
    if (this.domains.length >= limits.domains)
      return html`<span class="muted small-text">You can add up to ${limits.domains} websites</span>`;
    return html`<button
      type="button"
      class="small"
      @click=${() => this.dispatchEvent(new AllowDomainEvent(origin))}
    >
      Allow ${origin}
    </button>`;
  }

  private ago(at: string): string {
    return timeAgo(Date.parse(at), this.time);
  }
}
