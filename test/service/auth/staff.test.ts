import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  AgentAccountSchema,
  type AgentAccount,
  type AgentInput,
} from '../../../service/auth/agent-account.js';
import { createPasswords } from '../../../service/auth/passwords.js';
import { Staff } from '../../../service/auth/staff.js';
import type { Collection } from '../../../service/store/configuration.js';
import { createMemoryCollection } from '../../../service/store/memory/collection.js';
import { rejectionOf } from '../../support/rejection.js';
import { createTestClock, type TestClock } from '../../support/test-clock.js';

interface Context {
  staff: Staff;
  agents: Collection<AgentAccount>;
  clock: TestClock;
  ended: string[];
}
const hour = 60 * 60_000;
const password = 'correct horse battery';
const ada: AgentInput = { username: 'Ada', displayName: 'Ada L.', password };
const passwords = createPasswords({ N: 2 });
const here = '192.0.2.1';

const accounts = suite<Context>('staff accounts');
accounts.before.each(async (context) => {
  context.clock = createTestClock();
  context.ended = [];
  context.agents = createMemoryCollection({ schema: AgentAccountSchema });
  context.staff = new Staff({ agents: context.agents, clock: context.clock, passwords });
  context.staff.onSessionsEnded((agentId) => context.ended.push(agentId));
});

accounts('an account has usable defaults, and shows nothing secret', async ({ staff }) => {
  const { agentId, ...created } = await staff.create(ada);
  assert.equal(created, {
    username: 'Ada',
    displayName: 'Ada L.',
    role: 'agent',
    queues: ['default'],
    maxChats: 3,
    disabled: false,
  });
  assert.equal(await staff.get(agentId), { agentId, ...created });
});
accounts('what is kept holds neither the password nor the session', async ({ staff, agents }) => {
  await staff.create(ada);
  const session = await staff.signIn('ada', password, here);
  const kept = JSON.stringify(await agents.list());
  assert.not(kept.includes(password));
  assert.not(kept.includes(session.split('.')[1]!));
});
accounts('a username is taken in upper and lower case', async ({ staff }) => {
  await staff.create(ada);
  const { code, pointer } = await rejectionOf(staff.create({ ...ada, username: 'ADA' }));
  assert.equal([code, pointer], ['USERNAME_TAKEN', '/username']);
});
accounts('a session tells whose it is, for twelve hours', async ({ staff, clock }) => {
  const { agentId } = await staff.create(ada);
  const session = await staff.signIn('ADA', password, here);
  clock.pass(12 * hour - 1);
  assert.is((await staff.authenticate(session))?.agentId, agentId);
  clock.pass(1);
  assert.is(await staff.authenticate(session), null);
});
accounts('nothing else is a session', async ({ staff }) => {
  const { agentId } = await staff.create(ada);
  for (const text of ['', 'x', `${agentId}.`, `${agentId}.x`, '__proto__.x'])
    assert.is(await staff.authenticate(text), null, text);
});
accounts('a wrong password and an unknown name are refused alike', async ({ staff }) => {
  await staff.create(ada);
  const wrong = await rejectionOf(staff.signIn('ada', 'wrong', here));
  const unknown = await rejectionOf(staff.signIn('eve', password, here));
  assert.equal([wrong.code, wrong.message], [unknown.code, unknown.message]);
  assert.is(wrong.code, 'SIGN_IN_REFUSED');
});
accounts('guessing is slowed down for the address that guesses, not for others', async ({ staff }) => {
  await staff.create(ada);
  for (let round = 0; round < 6; round += 1) await rejectionOf(staff.signIn('ada', `guess ${round}`, here));
  assert.is((await rejectionOf(staff.signIn('ada', password, here))).code, 'SIGN_IN_THROTTLED');
  assert.ok(await staff.signIn('ada', password, '192.0.2.2'));
});
accounts('signing out ends every session of the account', async ({ staff, ended }) => {
  const { agentId } = await staff.create(ada);
  const sessions = [await staff.signIn('ada', password, here), await staff.signIn('ada', password, here)];
  await staff.signOut(sessions[0]!);
  assert.equal(await Promise.all(sessions.map((each) => staff.authenticate(each))), [null, null]);
  assert.equal(ended, [agentId]);
});
accounts('a new password, another role, or a shut account ends its sessions', async ({ staff, ended }) => {
  const { agentId } = await staff.create(ada);
  for (const change of [
    { password: 'another password' },
    { role: 'supervisor' },
    { disabled: true },
  ] as const) {
    const signIn = { ...{ password }, ...(ended.length > 0 && { password: 'another password' }) };
    const session = await staff.signIn('ada', signIn.password, here);
    await staff.update(agentId, change);
    assert.is(await staff.authenticate(session), null, JSON.stringify(change));
  }
  assert.is(ended.length, 3);
  assert.is((await rejectionOf(staff.signIn('ada', 'another password', here))).code, 'SIGN_IN_REFUSED');
});
accounts('a new name or queue ends none', async ({ staff }) => {
  const { agentId } = await staff.create(ada);
  const session = await staff.signIn('ada', password, here);
  await staff.update(agentId, { displayName: 'Ada Lovelace', queues: ['sales'] });
  assert.is((await staff.authenticate(session))?.displayName, 'Ada Lovelace');
});
accounts('the last administrator stays', async ({ staff }) => {
  const { agentId } = await staff.create({ ...ada, role: 'admin' });
  assert.is((await rejectionOf(staff.remove(agentId))).code, 'AGENT_IN_USE');
  assert.is((await rejectionOf(staff.update(agentId, { role: 'agent' }))).code, 'AGENT_IN_USE');
  assert.is((await rejectionOf(staff.update(agentId, { disabled: true }))).code, 'AGENT_IN_USE');
  await staff.create({ ...ada, username: 'grace', role: 'admin' });
  await staff.remove(agentId);
  assert.is((await rejectionOf(staff.get(agentId))).code, 'AGENT_NOT_FOUND');
});
accounts('ten sessions live at once; the oldest makes room', async ({ staff }) => {
  await staff.create(ada);
  const sessions: string[] = [];
  for (let count = 0; count < 11; count += 1) sessions.push(await staff.signIn('ada', password, here));
  assert.is(await staff.authenticate(sessions[0]!), null);
  assert.ok(await staff.authenticate(sessions[1]!));
});
accounts.run();
