import type { ServiceRefusal } from '../request/service-request.js';

/** The account that is signed in, as `GET /api/session` returns it. */
export interface Identity {
  readonly agentId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role?: string;
}

/**
 * - `initial`: the service has not responded yet
 * - `unreachable`: the service could not be asked
 * - `signed-out`: nobody is signed in
 * - `not-allowed`: the account may not use this page
 * - `signed-in`: the account may use this page
 */
export type StaffPhase = 'initial' | 'unreachable' | 'signed-out' | 'not-allowed' | 'signed-in';

/** The sign-in state of a staff page. */
export interface StaffState {
  readonly phase: StaffPhase;
  /** The account that is signed in; after its session has ended, the account that was. */
  readonly identity: Identity | undefined;
  /** Why the user has to sign in again, in a sentence. */
  readonly notice: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
}

/** The state before the service has responded. */
export const initialStaff: StaffState = { phase: 'initial', identity: undefined, notice: '', problem: '' };

/** Returns the state of a signed-in account. */
export const withIdentity = (identity: Identity, isAllowed: boolean): StaffState => ({
  phase: isAllowed ? 'signed-in' : 'not-allowed',
  identity,
  notice: '',
  problem: '',
});

/** Returns the state after a refused `GET /api/session`: signed out (401), else unreachable. */
export const withoutIdentity = (
  state: StaffState,
  { message, statusCode }: Pick<ServiceRefusal, 'message' | 'statusCode'>,
): StaffState => ({
  ...state,
  phase: statusCode === 401 ? 'signed-out' : 'unreachable',
  problem: message,
});

/** Returns the state of an expired session. The page keeps what the user has typed. */
export const sessionEnded = (state: StaffState, notice: string): StaffState => ({
  ...state,
  phase: 'signed-out',
  notice,
});

/** The state after a sign-out. */
export const signedOut: StaffState = { ...initialStaff, phase: 'signed-out' };
