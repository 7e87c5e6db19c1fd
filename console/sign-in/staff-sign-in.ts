import { LitElement, html, nothing } from 'lit';
import { fieldStyles } from '../forms/field.styles.js';
import { FormSubmission } from '../forms/form-submission.js';
import { formStyles } from '../forms/form.styles.js';
import { asRefusal, type ServiceRequest } from '../request/service-request.js';
import { controls } from '../theme/controls.styles.js';
import { chatIcon } from '../theme/icons.js';
import { findMissing, type Credentials } from './credentials.js';
import { renderCredentials } from './render-credentials.js';
import { SignedInEvent } from './signed-in-event.js';
import { WaitingTime } from './waiting-time.js';

/**
 * @summary The sign-in form of staff.
 * @event connect-chat-signed-in - The service accepted username and password, and has set its cookie.
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
    monotonic: { attribute: false },
  };

  /** Sends requests to the service. */
  declare request: ServiceRequest;
  /** The page to sign in to. */
  declare heading: string;
  /** The purpose of the sign-in, in a sentence. */
  declare lead: string;
  /** Why the user was signed out, in a sentence; empty if they chose to. */
  declare notice: string;
  /** The username; the last one of this page at first. */
  declare username: string;
  /** Returns the time of a monotonic clock, in milliseconds. */
  declare monotonic: () => number;

  declare protected password: string;
  private readonly form = new FormSubmission<keyof Credentials>(this, { focusOnProblem: '#password' });
  private readonly wait = new WaitingTime(this, {
    monotonic: () => this.monotonic(),
    onOver: () => this.form.clear(),
  });

  constructor() {
    super();
    this.heading = 'Sign in';
    this.lead = 'Sign in to answer your visitors.';
    this.notice = '';
    this.username = '';
    this.password = '';
    this.monotonic = () => performance.now();
  }

  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.wait.seconds > 0) return;
    const { username, password } = this;
    await this.form.submit({
      errors: findMissing({ username, password }),
      send: () => this.signIn({ username, password }),
    });
  }

  private async signIn({ username, password }: Credentials): Promise<void> {
    try {
      await this.request('POST', '/api/session', { username: username.trim(), password });
    } catch (reason) {
      const { code, retryAfter } = asRefusal(reason);
      if (code === 'SIGN_IN_THROTTLED' && retryAfter !== undefined) this.wait.start(retryAfter);
      throw reason;
    }
    this.password = '';
    this.dispatchEvent(new SignedInEvent());
  }

  override render() {
    const { username, password, form } = this;
    const { problem } = form.state;
    return html`<main class="page">
      <div class="card">
        <div class="mark">${chatIcon}</div>
        <h1>${this.heading}</h1>
        <p class="lead">${this.lead}</p>
        ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
        <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
        ${renderCredentials({
          credentials: { username, password },
          state: form.state,
          secondsLeft: this.wait.seconds,
          onInput: (change) => Object.assign(this, change),
          onSubmit: (event) => void this.handleSubmit(event),
        })}
      </div>
    </main>`;
  }
}
