import { asRefusal, type ServiceRequest } from '../request/service-request.js';
import { Model } from '../state/model.js';
import {
  initialStaff,
  sessionEnded,
  signedOut,
  withIdentity,
  withoutIdentity,
  type Identity,
  type StaffState,
} from './staff-state.js';

export interface StaffSessionOptions {
  request: ServiceRequest;
  /** Returns whether an account may use the page; by default all may. */
  isAllowed?: (identity: Identity) => boolean;
  /** Shown to a user whose session has expired, in a sentence. */
  endedNotice: string;
}

/** The sign-in session of a staff page: loaded at first and after each sign-in, ended by a sign-out. */
export class StaffSession extends Model<StaffState> {
  private readonly options: StaffSessionOptions;

  constructor(options: StaffSessionOptions) {
    super(initialStaff);
    this.options = options;
  }

  /** Loads the account that is signed in. */
  async load(): Promise<void> {
    const { request, isAllowed = () => true } = this.options;
    try {
      const identity = (await request('GET', '/api/session')) as Identity;
      this.change(() => withIdentity(identity, isAllowed(identity)));
    } catch (reason) {
      this.change((state) => withoutIdentity(state, asRefusal(reason)));
    }
  }

  /** Sends a request of the page. A refusal with `NOT_SIGNED_IN` ends the session. */
  readonly ask: ServiceRequest = async (...request) => {
    try {
      return await this.options.request(...request);
    } catch (reason) {
      if (asRefusal(reason).code === 'NOT_SIGNED_IN') this.end();
      throw reason;
    }
  };

  /** Marks the session as expired. */
  end(): void {
    this.change((state) => sessionEnded(state, this.options.endedNotice));
  }

  async signOut(): Promise<void> {
    this.change((state) => ({ ...state, problem: '' }));
    try {
      await this.options.request('DELETE', '/api/session');
    } catch (reason) {
      const { message, statusCode } = asRefusal(reason);
      // The session had ended already, which is the wanted result.
      if (statusCode !== 401) return this.change((state) => ({ ...state, problem: message }));
    }
    this.change(() => signedOut);
  }
}
