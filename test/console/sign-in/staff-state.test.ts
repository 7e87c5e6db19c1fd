import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  initialStaff,
  sessionEnded,
  signedOut,
  withIdentity,
  withoutIdentity,
  type StaffState,
} from '../../../console/sign-in/staff-state.js';

const maria = { agentId: 'a1', username: 'maria', displayName: 'Maria', role: 'agent' };

/** Every change of the sign-in state. */
const events: fc.Arbitrary<(state: StaffState) => StaffState> = fc.oneof(
  fc.boolean().map((isAllowed) => () => withIdentity(maria, isAllowed)),
  fc
    .constantFrom(0, 401, 500)
    .map((statusCode) => (state: StaffState) => withoutIdentity(state, { statusCode, message: 'No.' })),
  fc.constant((state: StaffState) => sessionEnded(state, 'You were signed out.')),
  fc.constant(() => signedOut),
);

describe('the state of a staff page', () => {
  it('tells accounts that may use the page from those that may not', () => {
    expect(withIdentity(maria, true).phase).to.equal('signed-in');
    expect(withIdentity(maria, false).phase).to.equal('not-allowed');
  });

  it('is signed out after a 401, else unreachable', () => {
    const refusedWith = (statusCode: number) => withoutIdentity(initialStaff, { statusCode, message: 'No.' });
    expect(refusedWith(401).phase).to.equal('signed-out');
    expect([refusedWith(0).phase, refusedWith(500).phase, refusedWith(0).problem]).to.deep.equal([
      'unreachable',
      'unreachable',
      'No.',
    ]);
  });

  it('keeps the account of an expired session, and drops that of a sign-out', () => {
    const ended = sessionEnded(withIdentity(maria, true), 'You were signed out.');
    expect([ended.phase, ended.identity, ended.notice]).to.deep.equal([
      'signed-out',
      maria,
      'You were signed out.',
    ]);
    expect([signedOut.identity, signedOut.notice]).to.deep.equal([undefined, '']);
  });

  it('lets in no unknown account', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 12 }), (happened) => {
        const state = happened.reduce((before, event) => event(before), initialStaff);
        if (state.phase === 'signed-in' || state.phase === 'not-allowed')
          expect([state.identity, state.notice, state.problem]).to.deep.equal([maria, '', '']);
      }),
    );
  });
});
