import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StaffState } from '../../sign-in/staff-state.js';
import type { AgentSession } from '../session/agent-session.js';
import { createDrafts, type Drafts } from '../storage/drafts.js';
import { createPreferences, type Preferences } from '../storage/preferences.js';
import { createTabMemory, type TabMemory } from '../storage/tab-memory.js';

/** What one agent works with: the connection to the service, and what the browser keeps for them. */
export interface Tools {
  readonly agentId: string;
  readonly session: AgentSession;
  readonly memory: TabMemory;
  readonly drafts: Drafts;
  readonly preferences: Preferences;
}

export interface WorkplaceOptions {
  staff: () => StaffState;
  /** What outlives a reload of this window. */
  storage: () => Storage;
  /** Where all windows of this browser find the drafts. */
  sharedStorage: () => Storage;
  /** Makes the session of the agent that signed in. */
  createSession: (memory: TabMemory) => AgentSession;
  /** The service has ended the session. */
  onEnd: () => void;
  /** Another window wrote a draft. */
  onDraft: () => void;
}

/**
 * Lays out the tools of the agent who is signed in. They stay while the agent signs in again; another agent gets others,
 * and an agent who signs out leaves nothing of the customers in the browser.
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
