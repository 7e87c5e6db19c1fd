import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { limits } from '../../../../shared/limits.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { timeAgo } from '../../../time/time-ago.js';

/** A key, as the REST API lists it: without the key itself. */
export interface KeyEntry {
  keyId: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** A key that was used within this many milliseconds counts as in use. */
const inUseFor = 24 * 60 * 60_000;

/** @summary The keys that sign a widget's tokens: created, shown once, rotated and deleted. */
export class SecurityKeys extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    widgetId: {},
    now: { attribute: false },
    keys: { state: true },
    created: { state: true },
    deleting: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  declare widgetId: string;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  declare protected keys: KeyEntry[] | undefined;
  /** The key that was just created. It can't be shown again. */
  declare protected created: { keyId: string; key: string } | undefined;
  declare protected deleting: KeyEntry | undefined;
  declare protected problem: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.now = wallTime;
    this.problem = '';
    this.isBusy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.refresh());
  }

  private get path(): string {
    return `/api/widgets/${encodeURIComponent(this.widgetId)}/keys`;
  }

  /** Reads the keys again, for instance because one may have been used in the meantime. */
  async refresh(): Promise<void> {
    this.problem = '';
    await this.attempt(() => this.read());
  }

  private async read(): Promise<void> {
    this.keys = (await this.request('GET', this.path)) as KeyEntry[];
  }

  /** Runs an action, and shows why it failed, unless an earlier failure is shown already. */
  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (reason) {
      this.problem = this.problem || asRefusal(reason).message;
    }
  }

  /** Changes the keys, one change at a time, and reads them again, whether the change succeeded or not. */
  private async change(action: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    await this.attempt(action);
    await this.attempt(() => this.read());
    this.isBusy = false;
  }

  private create(): Promise<void> {
    return this.change(async () => {
      this.created = (await this.request('POST', this.path)) as { keyId: string; key: string };
    });
  }

  private delete({ keyId }: KeyEntry): Promise<void> {
    return this.change(async () => {
      try {
        await this.request('DELETE', `${this.path}/${encodeURIComponent(keyId)}`);
        if (this.created?.keyId === keyId) this.created = undefined;
      } finally {
        this.deleting = undefined;
      }
    });
  }

  override render() {
    const { keys, created } = this;
    return html`<section class="card stack">
      <div class="head">
        <div>
          <h2>Security key</h2>
          <p class="muted">
            Your web server signs tokens with this key. To replace it, create a second key first, then delete
            the old one.
          </p>
        </div>
        ${
          keys && keys.length < limits.securityKeys
            ? html`<button
                type="button"
                class=${keys.length === 0 ? 'primary' : ''}
                aria-disabled=${this.isBusy ? 'true' : 'false'}
                @click=${this.create}
              >
                ${this.isBusy ? 'Creating…' : keys.length === 0 ? 'Create key' : 'Rotate key'}
              </button>`
            : nothing
        }
      </div>
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
      ${created ? this.renderCreated(created.key) : nothing}
      ${keys ? this.renderKeys(keys) : html`<p class="muted" role="status">Loading…</p>`}
      ${this.deleting ? this.renderDeleting(this.deleting) : nothing}
    </section>`;
  }

  private renderCreated(key: string) {
    return html`<div class="notice" role="status">
      <p>
        <strong>Copy this key now. You won’t see it again.</strong> Use its 44 characters as they are, and
        keep them on your web server only.
      </p>
      <connect-chat-code-block label="security key" .text=${key}></connect-chat-code-block>
    </div>`;
  }

  private renderKeys(keys: readonly KeyEntry[]) {
    if (keys.length === 0) return html`<p class="muted">No key yet. Create one to sign tokens.</p>`;
    return html`<ul class="rows">
      ${keys.map((key, index) => this.renderKey(key, index, keys.length))}
    </ul>`;
  }

  private renderKey(key: KeyEntry, index: number, count: number) {
    const isNew = count > 1 && index === count - 1;
    const name = count === 1 ? 'Key' : isNew ? 'New key' : 'Old key';
    const now = this.now();
    const used = key.lastUsedAt ? `last used ${timeAgo(Date.parse(key.lastUsedAt), now)}` : 'never used';
    return html`<li class="row">
      <span
        ><strong>${name}</strong>
        <span class="muted">created ${timeAgo(Date.parse(key.createdAt), now)}, ${used}</span></span
      >
      <button type="button" class="quiet small" @click=${() => (this.deleting = key)}>
        Delete ${name.toLowerCase()}
      </button>
    </li>`;
  }

  private renderDeleting(key: KeyEntry) {
    const isInUse = key.lastUsedAt !== null && this.now() - Date.parse(key.lastUsedAt) < inUseFor;
    return html`<connect-chat-staff-dialog
      heading="Delete this key?"
      @connect-chat-dismiss=${() => (this.deleting = undefined)}
    >
      <p>
        ${
          isInUse
            ? html`This key was used ${timeAgo(Date.parse(key.lastUsedAt!), this.now())}. New chats with
              tokens signed by it won’t start.`
            : 'This key wasn’t used in the last 24 hours. Tokens signed by it will stop working.'
        }
      </p>
      <div class="actions end">
        <button type="button" data-focus @click=${() => (this.deleting = undefined)}>Keep key</button>
        <button type="button" class="bad" @click=${() => this.delete(key)}>
          ${this.isBusy ? 'Deleting…' : 'Delete key'}
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}
