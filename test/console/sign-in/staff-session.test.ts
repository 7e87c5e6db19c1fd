import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../console/request/service-request.js';
import { StaffSession } from '../../../console/sign-in/staff-session.js';
import { createFakeService } from '../../support/console/fake-service.js';

const maria = { agentId: 'a1', username: 'maria', displayName: 'Maria', role: 'agent' };
const notSignedIn = new ServiceRefusal('NOT_SIGNED_IN', 401, 'Sign in.');
const unreachable = new ServiceRefusal('UNREACHABLE', 0, 'Not reached.');

async function open(answers: Record<string, unknown> = {}) {
  const service = createFakeService({ 'GET /api/session': maria, ...answers });
  const session = new StaffSession({ request: service.request, endedNotice: 'You were signed out.' });
  await session.load();
  return { service, session };
}

describe('StaffSession', () => {
  it('allows all staff unless the page restricts it', async () => {
    const { session, service } = await open();
    expect(session.snapshot.phase).to.equal('signed-in');
    const forAdministrators = new StaffSession({
      request: service.request,
      isAllowed: ({ role }) => role === 'admin',
      endedNotice: '',
    });
    await forAdministrators.load();
    expect(forAdministrators.snapshot.phase).to.equal('not-allowed');
  });

  it('ends when a request of the page is refused with NOT_SIGNED_IN', async () => {
    const { session } = await open({ 'GET /api/widgets': notSignedIn, 'GET /api/flows': unreachable });
    const codes: string[] = [];
    for (const path of ['/api/flows', '/api/widgets'])
      await session.ask('GET', path).catch(({ code }: ServiceRefusal) => {
        codes.push(`${code} ${session.snapshot.phase}`);
      });
    expect(codes, 'the page hears of each refusal').to.deep.equal([
      'UNREACHABLE signed-in',
      'NOT_SIGNED_IN signed-out',
    ]);
    expect([session.snapshot.notice, session.snapshot.identity]).to.deep.equal([
      'You were signed out.',
      maria,
    ]);
  });

  it('is signed out also if the session had ended already', async () => {
    const { session } = await open({ 'DELETE /api/session': notSignedIn });
    await session.signOut();
    expect([session.snapshot.phase, session.snapshot.identity]).to.deep.equal(['signed-out', undefined]);
  });

  it('stays signed in if signing out fails, and shows why until the next attempt', async () => {
    const { session, service } = await open({ 'DELETE /api/session': unreachable });
    await session.signOut();
    expect([session.snapshot.phase, session.snapshot.problem]).to.deep.equal(['signed-in', 'Not reached.']);
    service.answers['DELETE /api/session'] = undefined;
    await session.signOut();
    expect([session.snapshot.phase, session.snapshot.problem]).to.deep.equal(['signed-out', '']);
  });
});
