import type { ServiceRefusal } from '../request/service-request.js';

/** Who is signed in, as `GET /api/session` says. */
export interface Identity {
  readonly agentId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role?: string;
}

/**
 * - `initial`: the service has not said yet who is signed in
 * - `unreachable`: the service can't be asked
 * - `signed-out`: somebody has to sign in
 * - `not-allowed`: who is signed in may not be here
 * - `signed-in`: the page can be used
 */
export type StaffPhase = 'initial' | 'unreachable' | 'signed-out' | 'not-allowed' | 'signed-in';

/** Who is at a staff page. */
export interface StaffState {
  readonly phase: StaffPhase;
  /** Who is signed in; after their session has ended, who was. */
  readonly identity: Identity | undefined;
  /** Why one has to sign in again, in a sentence. */
  readonly notice: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
}

/** What is known before the service has answered. */
export const nobodyYet: StaffState = { phase: 'initial', identity: undefined, notice: '', problem: '' };

/** The service has said who is signed in. */
export const withIdentity = (identity: Identity, isAllowed: boolean): StaffState => ({
  phase: isAllowed ? 'signed-in' : 'not-allowed',
  identity,
  notice: '',
  problem: '',
});

/** The service has not said who is signed in: nobody is, or it can't be asked. */
export const withoutIdentity = (
  state: StaffState,
  { message, statusCode }: Pick<ServiceRefusal, 'message' | 'statusCode'>,
): StaffState => ({
  ...state,
  phase: statusCode === 401 ? 'signed-out' : 'unreachable',
  problem: message,
});

/** The session has ended by itself; the page keeps what it has of the person who signs in again. */
export const sessionEnded = (state: StaffState, notice: string): StaffState => ({
  ...state,
  phase: 'signed-out',
  notice,
});

/** The person has signed out. */
export const signedOut: StaffState = { ...nobodyYet, phase: 'signed-out' };
