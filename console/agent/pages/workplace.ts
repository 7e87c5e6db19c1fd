import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StaffState } from '../../sign-in/staff-state.js';
import type { AgentSession } from '../session/agent-session.js';
import { createDrafts, type Drafts } from '../storage/drafts.js';
import { createPreferences, type Preferences } from '../storage/preferences.js';
import { createTabMemory, type TabMemory } from '../storage/tab-memory.js';

/** The objects that one agent works with: the connection to the service, and what the browser stores. */
export interface Tools {
  readonly agentId: string;
  readonly session: AgentSession;
  readonly memory: TabMemory;
  readonly drafts: Drafts;
  readonly preferences: Preferences;
}

export interface WorkplaceOptions {
  staff: () => StaffState;
  /** Storage that survives a reload of this window. */
  storage: () => Storage;
  /** Storage that all windows of this browser share; it holds the drafts. */
  sharedStorage: () => Storage;
  /** Creates the session of the agent who signed in. */
  createSession: (memory: TabMemory) => AgentSession;
  /** The service ended the session. */
  onEnd: () => void;
  /** Another window changed a draft. */
  onDraft: () => void;
}

/**
 * Creates the tools of the agent who is signed in. They stay while the agent signs in again. Another agent gets
 * others. A sign-out deletes all customer data from the browser.
 */
export class Workplace implements ReactiveController {
  readonly #options: WorkplaceOptions;
  #tools: Tools | undefined;

  constructor(host: ReactiveControllerHost, options: WorkplaceOptions) {
    this.#options = options;
    host.addController(this);
  }

  get tools(): Tools | undefined {
    return this.#tools;
  }

  hostUpdate(): void {
    const { phase, identity } = this.#options.staff();
    if (!identity && phase === 'signed-out') this.#clear();
    if (identity?.agentId !== this.#tools?.agentId) this.hostDisconnected();
    if (!identity || phase !== 'signed-in') return;
    this.#tools ??= this.#create(identity.agentId);
    this.#tools.session.connect();
  }

  hostDisconnected(): void {
    this.#tools?.session.destroy();
    this.#tools?.drafts.destroy();
    this.#tools = undefined;
  }

  #create(agentId: string): Tools {
    const { storage, sharedStorage, createSession, onEnd, onDraft } = this.#options;
    const memory = createTabMemory({ storage: storage(), agentId });
    const session = createSession(memory);
    session.on('state', (state) => state === 'ended' && onEnd());
    return {
      agentId,
      session,
      memory,
      drafts: createDrafts({ storage: sharedStorage(), agentId, onChange: onDraft }),
      preferences: createPreferences({ storage: sharedStorage(), agentId }),
    };
  }

  #clear(): void {
    this.#tools?.memory.clear();
    this.#tools?.drafts.clear();
  }
}
