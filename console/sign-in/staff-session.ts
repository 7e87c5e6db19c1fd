import { asRefusal, type ServiceRequest } from '../request/service-request.js';
import { Model } from '../state/model.js';
import {
  nobodyYet,
  sessionEnded,
  signedOut,
  withIdentity,
  withoutIdentity,
  type Identity,
  type StaffState,
} from './staff-state.js';

export interface StaffSessionOptions {
  request: ServiceRequest;
  /** Whether somebody may use the page; left out, all staff may. */
  isAllowed?: (identity: Identity) => boolean;
  /** What is said to a person whose session has ended, in a sentence. */
  endedNotice: string;
}

/** Who is signed in at a staff page: asked at the beginning and after each sign-in, and ended by signing out. */
export class StaffSession extends Model<StaffState> {
  private readonly options: StaffSessionOptions;

  constructor(options: StaffSessionOptions) {
    super(nobodyYet);
    this.options = options;
  }

  /** Asks who is signed in, and goes on from there. */
  async load(): Promise<void> {
    const { request, isAllowed = () => true } = this.options;
    try {
      const identity = (await request('GET', '/api/session')) as Identity;
      this.change(() => withIdentity(identity, isAllowed(identity)));
    } catch (reason) {
      this.change((state) => withoutIdentity(state, asRefusal(reason)));
    }
  }

  /** The page's requests: one that is refused because nobody is signed in ends the session here, too. */
  readonly ask: ServiceRequest = async (...request) => {
    try {
      return await this.options.request(...request);
    } catch (reason) {
      if (asRefusal(reason).code === 'NOT_SIGNED_IN') this.end();
      throw reason;
    }
  };

  /** The session has ended by itself. */
  end(): void {
    this.change((state) => sessionEnded(state, this.options.endedNotice));
  }

  async signOut(): Promise<void> {
    this.change((state) => ({ ...state, problem: '' }));
    try {
      await this.options.request('DELETE', '/api/session');
    } catch (reason) {
      const { message, statusCode } = asRefusal(reason);
      // Nobody is signed in any more: that is what was wanted.
      if (statusCode !== 401) return this.change((state) => ({ ...state, problem: message }));
    }
    this.change(() => signedOut);
  }
}
