import { LitElement, html } from 'lit';
import type { ServiceRequest } from '../../request/service-request.js';
import { aloneStyles } from '../../sign-in/alone.styles.js';
import { renderUnreachable } from '../../sign-in/render-unreachable.js';
import { StaffSession } from '../../sign-in/staff-session.js';
import { LoadedModel } from '../../state/loaded-model.js';
import { controls } from '../../theme/controls.styles.js';
import { theme } from '../../theme/theme.styles.js';
import type { Sounds } from '../elements/desk/sounds.js';
import { IntentEvent } from '../elements/intent-event.js';
import type { AgentSession } from '../session/agent-session.js';
import type { TabMemory } from '../storage/tab-memory.js';
import { agentConsoleStyles } from './agent-console.styles.js';
import { Workplace } from './workplace.js';

/**
 * @summary The agent's console: signs in, and shows the desk. The desk outlives an expired session: after the agent
 *   has signed in again, it is back with all drafts.
 */
export class AgentConsole extends LitElement {
  static override styles = [theme, controls, aloneStyles, agentConsoleStyles];
  static override properties = {
    request: { attribute: false },
    createSession: { attribute: false },
    storage: { attribute: false },
    sharedStorage: { attribute: false },
    sounds: { attribute: false },
  };

  /** Sends requests to the service. */
  declare request: ServiceRequest;
  /** Creates the session of the agent who signed in. */
  declare createSession: (memory: TabMemory) => AgentSession;
  /** Storage that survives a reload of this window. */
  declare storage: Storage;
  /** Storage that all windows of this browser share; it holds the drafts. */
  declare sharedStorage: Storage;
  /** The sounds for offers and messages. */
  declare sounds: Sounds;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () =>
      new StaffSession({
        request: this.request,
        endedNotice:
          'You were signed out, so your open chats go back to the queue. Sign in again to continue.',
      }),
  });
  private readonly workplace = new Workplace(this, {
    staff: () => this.staff.snapshot,
    storage: () => this.storage,
    sharedStorage: () => this.sharedStorage,
    createSession: (memory) => this.createSession(memory),
    onEnd: () => this.staff.end(),
    onDraft: () => this.renderRoot.querySelector('connect-chat-agent-desk')?.requestUpdate(),
  });

  constructor() {
    super();
    this.addEventListener(IntentEvent.eventName, (event) => {
      if (event.intent.type === 'sign-out') void this.staff.signOut();
    });
  }

  private get staff(): StaffSession {
    return this.model.value;
  }

  private readonly load = (): void => void this.staff.load();

  override render() {
    const { phase, problem } = this.staff.snapshot;
    if (phase === 'signed-out') return this.renderSignIn();
    if (phase === 'unreachable')
      return renderUnreachable({ heading: "Can't load the console", problem, onRetry: this.load });
    return this.workplace.tools
      ? this.renderDesk()
      : html`<main class="alone" aria-busy="true"><p>Loading…</p></main>`;
  }

  private renderSignIn() {
    const { notice, identity } = this.staff.snapshot;
    return html`<connect-chat-staff-sign-in
      heading="Agent console"
      .request=${this.request}
      .notice=${notice}
      .username=${identity?.username ?? ''}
      @connect-chat-signed-in=${this.load}
    ></connect-chat-staff-sign-in>`;
  }

  private renderDesk() {
    const { identity, problem } = this.staff.snapshot;
    const { session, memory, preferences, drafts } = this.workplace.tools!;
    return html`<connect-chat-agent-desk
      .session=${session}
      .memory=${memory}
      .preferences=${preferences}
      .drafts=${drafts}
      .sounds=${this.sounds}
      .isAdministrator=${identity?.role === 'admin'}
      .problem=${problem}
    ></connect-chat-agent-desk>`;
  }
}
