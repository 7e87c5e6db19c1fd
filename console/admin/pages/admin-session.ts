import { createNanoEvents } from 'nanoevents';
import { asRefusal, type ServiceRequest } from '../../request/service-request.js';

/** Who is signed in, as `GET /api/session` says. */
interface Identity {
  agentId: string;
  username: string;
  displayName: string;
  role: string;
}

export type AdminPhase = 'initial' | 'unreachable' | 'signed-out' | 'not-allowed' | 'signed-in';

/** The state behind the administrator's pages: who is signed in, and whether they may be here. */
export class AdminSession {
  readonly #request: ServiceRequest;
  readonly #events = createNanoEvents<{ change(): void }>();
  phase: AdminPhase = 'initial';
  identity: Identity | undefined;
  /** Why one has to sign in again, in a sentence. */
  notice = '';
  /** What went wrong, in a sentence. */
  problem = '';

  constructor(request: ServiceRequest) {
    this.#request = request;
  }

  /** Calls back after each change; returns the undo. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** Whether an administrator is or was signed in: what they typed stays while they sign in again. */
  get isOpen(): boolean {
    return this.identity?.role === 'admin';
  }

  /** Asks who is signed in, and goes on from there. */
  async findOut(): Promise<void> {
    try {
      const identity = (await this.#request('GET', '/api/session')) as Identity;
      const phase = identity.role === 'admin' ? 'signed-in' : 'not-allowed';
      this.#set({ identity, notice: '', problem: '', phase });
    } catch (reason) {
      const { message, statusCode } = asRefusal(reason);
      this.#set({ problem: message, phase: statusCode === 401 ? 'signed-out' : 'unreachable' });
    }
  }

  /** The pages' requests: a session that ended asks for signing in, above what is being edited. */
  readonly ask: ServiceRequest = async (...request) => {
    try {
      return await this.#request(...request);
    } catch (reason) {
      if (asRefusal(reason).code === 'NOT_SIGNED_IN')
        this.#set({
          notice: 'You were signed out. Sign in to continue. Your changes are still here.',
          phase: 'signed-out',
        });
      throw reason;
    }
  };

  async signOut(): Promise<void> {
    try {
      await this.#request('DELETE', '/api/session');
    } catch (reason) {
      const { message, statusCode } = asRefusal(reason);
      if (statusCode !== 401) return this.#set({ problem: message });
    }
    this.#set({ identity: undefined, phase: 'signed-out' });
  }

  #set(change: Partial<Pick<AdminSession, 'phase' | 'identity' | 'notice' | 'problem'>>): void {
    Object.assign(this, change);
    this.#events.emit('change');
  }
}
