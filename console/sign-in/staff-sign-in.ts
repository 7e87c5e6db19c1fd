import { LitElement, html, nothing } from 'lit';
import { controls } from '../theme/controls.styles.js';
import { fieldStyles } from '../forms/field.styles.js';
import { formStyles } from '../forms/form.styles.js';
import { renderField } from '../forms/render-field.js';
import { chatIcon } from '../theme/icons.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../request/service-request.js';
import { Ticker } from '../time/ticker.js';
import { SignedInEvent } from './signed-in-event.js';

/**
 * @summary The form with which staff sign in.
 * @event connect-chat-signed-in - The service took username and password; its cookie is set.
 */
export class StaffSignIn extends LitElement {
  static override styles = [controls, fieldStyles, formStyles];
  static override properties = {
    request: { attribute: false },
    heading: {},
    lead: {},
    notice: {},
    username: {},
    password: { state: true },
    problem: { state: true },
    isBusy: { state: true },
    waitsUntil: { state: true },
    monotonic: { attribute: false },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  /** What one signs in to. */
  declare heading: string;
  /** What for, in a sentence. */
  declare lead: string;
  /** Why the form is there, if not by the person's own wish. */
  declare notice: string;
  /** Who signed in last. */
  declare username: string;
  /** Tells the time of a clock that nobody sets, in milliseconds. */
  declare monotonic: () => number;

  declare protected password: string;
  declare protected problem: { field: 'username' | 'password' | 'form'; message: string } | undefined;
  declare protected isBusy: boolean;
  /** The monotonic time until which the service takes no attempt. */
  declare protected waitsUntil: number | undefined;

  constructor() {
    super();
    this.heading = 'Sign in';
    this.lead = 'Sign in to answer your visitors.';
    this.notice = '';
    this.username = '';
    this.password = '';
    this.isBusy = false;
    this.monotonic = () => performance.now();
    new Ticker(this, 250, () => this.waitsUntil !== undefined);
  }

  /** The wait is over: the button works again. */
  override willUpdate(): void {
    if (this.waitsUntil === undefined || this.secondsLeft > 0) return;
    this.waitsUntil = undefined;
    this.problem = undefined;
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy || this.secondsLeft > 0) return;
    this.problem = this.findMissing();
    if (this.problem) return this.focusProblem();
    this.isBusy = true;
    try {
      await this.request('POST', '/api/session', { username: this.username.trim(), password: this.password });
      this.password = '';
      this.dispatchEvent(new SignedInEvent());
    } catch (reason) {
      this.refused(asRefusal(reason));
      await this.focusProblem();
    } finally {
      this.isBusy = false;
    }
  }

  private refused({ message, code, retryAfter }: ServiceRefusal): void {
    this.problem = { field: 'form', message };
    if (code !== 'SIGN_IN_THROTTLED' || retryAfter === undefined) return;
    this.waitsUntil = this.monotonic() + retryAfter * 1000;
  }

  private get secondsLeft(): number {
    return Math.max(0, Math.ceil(((this.waitsUntil ?? -Infinity) - this.monotonic()) / 1000));
  }

  private findMissing(): { field: 'username' | 'password'; message: string } | undefined {
    if (!this.username.trim()) return { field: 'username', message: 'Enter your username.' };
    if (!this.password) return { field: 'password', message: 'Enter your password.' };
    return undefined;
  }

  private async focusProblem(): Promise<void> {
    await this.updateComplete;
    const name = this.problem?.field === 'username' ? 'username' : 'password';
    this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.focus();
  }

  private errorOf(field: 'username' | 'password'): string {
    return this.problem?.field === field ? this.problem.message : '';
  }

  /** The seconds on the button go down without being announced each time. */
  private renderButton() {
    const left = this.secondsLeft;
    return html`<button
      class="primary"
      type="submit"
      aria-disabled=${this.isBusy || left > 0 ? 'true' : 'false'}
    >
      Sign in${left > 0 ? html`<span aria-hidden="true"> in ${left} s</span>` : nothing}
    </button>`;
  }

  override render() {
    return html`<main class="page">
      <div class="card">
        <div class="mark">${chatIcon}</div>
        <h1>${this.heading}</h1>
        <p class="lead">${this.lead}</p>
        ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
        <div role="alert">
          ${this.problem?.field === 'form' ? html`<p class="alert">${this.problem.message}</p>` : nothing}
        </div>
        <form novalidate @submit=${this.handleSubmit}>
          ${renderField({
            name: 'username',
            label: 'Username',
            value: this.username,
            autocomplete: 'username',
            error: this.errorOf('username'),
            onInput: (value) => (this.username = value),
          })}
          ${renderField({
            name: 'password',
            label: 'Password',
            type: 'password',
            value: this.password,
            autocomplete: 'current-password',
            error: this.errorOf('password'),
            onInput: (value) => (this.password = value),
          })}
          ${this.renderButton()}
        </form>
      </div>
    </main>`;
  }
}
