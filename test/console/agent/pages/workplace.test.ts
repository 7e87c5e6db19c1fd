import { expect } from '@open-wc/testing';
import { Workplace } from '../../../../console/agent/pages/workplace.js';
import { AgentSession } from '../../../../console/agent/session/agent-session.js';
import {
  initialStaff,
  sessionEnded,
  signedOut,
  withIdentity,
  type StaffState,
} from '../../../../console/sign-in/staff-state.js';
import { closeCodes } from '../../../../shared/protocol/codes.js';
import { createTestEnvironment } from '../../../support/client/test-environment.js';
import { FakeHost } from '../../../support/console/fake-host.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const maria = withIdentity({ agentId: 'a1', username: 'maria', displayName: 'Maria' }, true);
const samir = withIdentity({ agentId: 'a2', username: 'samir', displayName: 'Samir' }, true);

function open() {
  const host = new FakeHost();
  const environment = createTestEnvironment();
  const storage = createTestStorage();
  const sharedStorage = createTestStorage();
  const ends: string[] = [];
  let staff: StaffState = initialStaff;
  const workplace = new Workplace(host, {
    staff: () => staff,
    storage: () => storage,
    sharedStorage: () => sharedStorage,
    createSession: (memory) => new AgentSession({ serviceUrl: 'https://chat.example', memory, environment }),
    onEnd: () => ends.push('ended'),
    onDraft: () => undefined,
  });
  const become = (next: StaffState) => {
    staff = next;
    host.update();
  };
  return { host, environment, storage, sharedStorage, workplace, become, ends };
}

describe('Workplace', () => {
  it('is empty until somebody is signed in, then connects', () => {
    const { workplace, environment, become } = open();
    become(initialStaff);
    expect([workplace.tools, environment.sockets.length]).to.deep.equal([undefined, 0]);
    become(maria);
    expect([workplace.tools!.agentId, environment.sockets.length]).to.deep.equal(['a1', 1]);
    become(maria);
    expect(environment.sockets.length, 'one connection for all updates').to.equal(1);
  });

  it('keeps its tools, with all drafts, while the agent signs in again', () => {
    const { workplace, become } = open();
    become(maria);
    const before = workplace.tools!;
    before.drafts.write('contact-1', 'half a thou');
    become(sessionEnded(maria, 'You were signed out.'));
    become(maria);
    expect(workplace.tools === before).to.equal(true);
    expect(workplace.tools!.drafts.all).to.deep.equal({ 'contact-1': 'half a thou' });
  });

  it('leaves nothing of the customers in the browser after a sign-out', () => {
    const { workplace, storage, sharedStorage, become } = open();
    become(maria);
    workplace.tools!.drafts.write('contact-1', 'secret');
    workplace.tools!.memory.write('outbox:contact-1', ['secret']);
    become(signedOut);
    expect([workplace.tools, storage.length, sharedStorage.length]).to.deep.equal([undefined, 0, 0]);
  });

  it('keeps what the agent prefers over a sign-out', () => {
    const { workplace, become } = open();
    become(maria);
    workplace.tools!.preferences.set('asksBeforeEnd', false);
    become(signedOut);
    become(maria);
    expect(workplace.tools!.preferences.values.asksBeforeEnd).to.equal(false);
  });

  it('gives another agent other tools, and closes the connection of the first', () => {
    const { workplace, environment, become } = open();
    become(maria);
    const { socket } = environment;
    workplace.tools!.drafts.write('contact-1', 'secret');
    become(samir);
    expect([workplace.tools!.agentId, socket.isClosed]).to.deep.equal(['a2', true]);
    expect(workplace.tools!.drafts.all).to.deep.equal({});
  });

  it('tells when the service has ended the session', () => {
    const { environment, become, ends } = open();
    become(maria);
    environment.socket.open();
    environment.socket.drop(closeCodes.SESSION_ENDED);
    expect(ends).to.deep.equal(['ended']);
  });

  it('closes the connection when the console leaves the page', () => {
    const { host, environment, workplace, become } = open();
    become(maria);
    host.disconnect();
    expect([environment.socket.isClosed, workplace.tools]).to.deep.equal([true, undefined]);
  });
});
