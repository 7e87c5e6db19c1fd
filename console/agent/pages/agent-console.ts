import { LitElement, html } from 'lit';
import { controls } from '../../theme/controls.styles.js';
import { asRefusal, type ServiceRequest } from '../../request/service-request.js';
import { theme } from '../../theme/theme.styles.js';
import type { AgentSession } from '../session/agent-session.js';
import { createDrafts, type Drafts } from '../storage/drafts.js';
import { IntentEvent } from '../elements/intent-event.js';
import { createPreferences, type Preferences } from '../storage/preferences.js';
import type { Sounds } from '../elements/desk/sounds.js';
import { createTabMemory, type TabMemory } from '../storage/tab-memory.js';
import { agentConsoleStyles } from './agent-console.styles.js';

/** Who is signed in, as `GET /api/session` says. */
interface Identity {
  agentId: string;
  username: string;
  displayName: string;
  role?: string;
}

/** What the page shows: nothing yet, that the service can't be asked, the sign-in form, or the desk. */
type Phase = 'initial' | 'unreachable' | 'signed-out' | 'signed-in';

const sessionEnded =
  'You were signed out, so your open chats go back to the queue. Sign in again to continue.';

/**
 * @summary The agent console: signs in, owns the agent's session, shows the desk.
 */
export class AgentConsole extends LitElement {
  static override styles = [theme, controls, agentConsoleStyles];
  static override properties = {
    request: { attribute: false },
    createSession: { attribute: false },
    storage: { attribute: false },
    sharedStorage: { attribute: false },
    sounds: { attribute: false },
    phase: { state: true },
    notice: { state: true },
    problem: { state: true },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  /** Makes the session of the agent that signed in. */
  declare createSession: (memory: TabMemory) => AgentSession;
  /** What outlives a reload of this window. */
  declare storage: Storage;
  /** Where all windows of this browser find the drafts. */
  declare sharedStorage: Storage;
  /** What rings. */
  declare sounds: Sounds;

  declare protected phase: Phase;
  declare protected notice: string;
  declare protected problem: string;
  private identity: Identity | undefined;
  private memory: TabMemory | undefined;
  private preferences: Preferences | undefined;
  private drafts: Drafts | undefined;
  private session: AgentSession | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.phase = 'initial';
    this.notice = '';
    this.problem = '';
    this.addEventListener(IntentEvent.eventName, (event) => {
      if (event.intent.type === 'sign-out') void this.signOut();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.findOut());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dropSession();
  }

  /** Asks who is signed in, and goes on from there. */
  private async findOut(): Promise<void> {
    try {
      this.signIn((await this.request('GET', '/api/session')) as Identity);
    } catch (reason) {
      const refusal = asRefusal(reason);
      this.problem = refusal.message;
      this.phase = refusal.statusCode === 401 ? 'signed-out' : 'unreachable';
    }
  }

  private signIn(identity: Identity): void {
    if (identity.agentId !== this.identity?.agentId) this.dropSession();
    this.identity = identity;
    this.notice = '';
    this.phase = 'signed-in';
    if (!this.session) {
      const { agentId } = identity;
      this.memory = createTabMemory({ storage: this.storage, agentId });
      this.drafts = createDrafts({
        storage: this.sharedStorage,
        agentId,
        onChange: () => this.renderRoot.querySelector('connect-chat-agent-desk')?.requestUpdate(),
      });
      this.preferences = createPreferences({ storage: this.sharedStorage, agentId });
      this.session = this.createSession(this.memory);
      this.unsubscribe = this.session.on('state', (state) => state === 'ended' && this.handleSessionEnd());
    }
    this.session.connect();
  }

  private handleSessionEnd(): void {
    this.notice = sessionEnded;
    this.phase = 'signed-out';
  }

  private async signOut(): Promise<void> {
    try {
      await this.request('DELETE', '/api/session');
    } catch (reason) {
      const refusal = asRefusal(reason);
      if (refusal.statusCode !== 401) {
        this.problem = refusal.message;
        return;
      }
    }
    this.memory?.clear();
    this.drafts?.clear();
    this.dropSession();
    this.notice = '';
    this.phase = 'signed-out';
  }

  private dropSession(): void {
    this.unsubscribe?.();
    this.session?.destroy();
    this.drafts?.destroy();
    this.session = this.unsubscribe = this.identity = this.memory = this.drafts = undefined;
  }

  override render() {
    if (this.phase === 'signed-out') return this.renderSignIn();
    if (this.phase === 'unreachable') return this.renderUnreachable();
    if (!this.session) return html`<main class="whole" aria-busy="true"><p>Loading…</p></main>`;
    return html`<connect-chat-agent-desk
      .session=${this.session}
      .memory=${this.memory}
      .preferences=${this.preferences}
      .drafts=${this.drafts}
      .sounds=${this.sounds}
      .isAdministrator=${this.identity?.role === 'admin'}
    ></connect-chat-agent-desk>`;
  }

  private renderSignIn() {
    return html`<connect-chat-staff-sign-in
      heading="Agent console"
      .request=${this.request}
      .notice=${this.notice}
      .username=${this.identity?.username ?? ''}
      @connect-chat-signed-in=${this.findOut}
    ></connect-chat-staff-sign-in>`;
  }

  private renderUnreachable() {
    return html`<main class="whole">
      <h1>Can't load the console</h1>
      <p role="alert">${this.problem}</p>
      <button class="primary" @click=${this.findOut}>Try again</button>
    </main>`;
  }
}
