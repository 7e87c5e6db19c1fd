import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  AgentAccountSchema,
  type AgentAccount,
  type AgentInput,
} from '../../../service/auth/agent-account.js';
import { createPasswords } from '../../../service/auth/passwords.js';
import { Staff } from '../../../service/auth/staff.js';
import { TurnsFull, type Turn, type Turns } from '../../../service/auth/turns.js';
import type { Collection } from '../../../service/backend/configuration.js';
import { createLocalThrottle } from '../../../service/backend/memory/throttle.js';
import { createMemoryCollection } from '../../../service/backend/memory/collection.js';
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

const signIn = async (staff: Staff, username: string, password: string, address = here) =>
  (await staff.signIn({ username, password, address, device: undefined })).session;

const accounts = suite<Context>('staff accounts');
accounts.before.each(async (context) => {
  context.clock = createTestClock();
  context.ended = [];
  context.agents = createMemoryCollection({ schema: AgentAccountSchema });
  context.staff = new Staff({
    agents: context.agents,
    throttle: createLocalThrottle({ clock: context.clock }),
    clock: context.clock,
    passwords,
  });
  context.staff.onSessionsEnded((agentId) => context.ended.push(agentId));
});

accounts('an account has usable defaults, and its view has no secrets', async ({ staff }) => {
  const { agentId, ...created } = await staff.create(ada);
  assert.equal(created, {
    username: 'Ada',
    displayName: 'Ada L.',
    role: 'agent',
    queues: ['default'],
    maxChats: 3,
    pictureUrl: '',
    disabled: false,
  });
  assert.equal(await staff.get(agentId), { agentId, ...created });
});
accounts('stored accounts contain neither passwords nor session secrets', async ({ staff, agents }) => {
  await staff.create(ada);
  const session = await signIn(staff, 'ada', password);
  const kept = JSON.stringify(await agents.list());
  assert.not(kept.includes(password));
  assert.not(kept.includes(session.split('.')[1]!));
});
accounts('usernames are case-insensitive', async ({ staff }) => {
  await staff.create(ada);
  const { code, pointer } = await rejectionOf(staff.create({ ...ada, username: 'ADA' }));
  assert.equal([code, pointer], ['USERNAME_TAKEN', '/username']);
});
accounts('a session identifies its account for twelve hours', async ({ staff, clock }) => {
  const { agentId } = await staff.create(ada);
  const session = await signIn(staff, 'ADA', password);
  clock.pass(12 * hour - 1);
  assert.is((await staff.authenticate(session))?.agentId, agentId);
  clock.pass(1);
  assert.is(await staff.authenticate(session), null);
});
accounts('anything else is refused as a session', async ({ staff }) => {
  const { agentId } = await staff.create(ada);
  for (const text of ['', 'x', `${agentId}.`, `${agentId}.x`, '__proto__.x'])
    assert.is(await staff.authenticate(text), null, text);
});
accounts('a wrong password and an unknown name get the same refusal', async ({ staff }) => {
  await staff.create(ada);
  const wrong = await rejectionOf(signIn(staff, 'ada', 'wrong'));
  const unknown = await rejectionOf(signIn(staff, 'eve', password));
  assert.equal([wrong.code, wrong.message], [unknown.code, unknown.message]);
  assert.is(wrong.code, 'SIGN_IN_REFUSED');
});
accounts('guessing is slowed down for the guessing address, not for others', async ({ staff }) => {
  await staff.create(ada);
  for (let round = 0; round < 6; round += 1) await rejectionOf(signIn(staff, 'ada', `guess ${round}`));
  assert.is((await rejectionOf(signIn(staff, 'ada', password))).code, 'SIGN_IN_THROTTLED');
  assert.ok(await signIn(staff, 'ada', password, '192.0.2.2'));
});
accounts('signing out ends all sessions of the account', async ({ staff, ended }) => {
  const { agentId } = await staff.create(ada);
  const sessions = [await signIn(staff, 'ada', password), await signIn(staff, 'ada', password)];
  await staff.signOut(sessions[0]!);
  assert.equal(await Promise.all(sessions.map((each) => staff.authenticate(each))), [null, null]);
  assert.equal(ended, [agentId]);
});
accounts(
  'a new password, another role, or disabling the account ends its sessions',
  async ({ staff, ended }) => {
    const { agentId } = await staff.create(ada);
    for (const change of [
      { password: 'another password' },
      { role: 'supervisor' },
      { disabled: true },
    ] as const) {
      const current = ended.length > 0 ? 'another password' : password;
      const session = await signIn(staff, 'ada', current);
      await staff.update(agentId, change);
      assert.is(await staff.authenticate(session), null, JSON.stringify(change));
    }
    assert.is(ended.length, 3);
    assert.is((await rejectionOf(signIn(staff, 'ada', 'another password'))).code, 'SIGN_IN_REFUSED');
  },
);
accounts('a new name or queue ends no session', async ({ staff }) => {
  const { agentId } = await staff.create(ada);
  const session = await signIn(staff, 'ada', password);
  await staff.update(agentId, { displayName: 'Ada Lovelace', queues: ['sales'] });
  assert.is((await staff.authenticate(session))?.displayName, 'Ada Lovelace');
});
accounts("the last administrator can't be removed", async ({ staff }) => {
  const { agentId } = await staff.create({ ...ada, role: 'admin' });
  assert.is((await rejectionOf(staff.remove(agentId))).code, 'AGENT_IN_USE');
  assert.is((await rejectionOf(staff.update(agentId, { role: 'agent' }))).code, 'AGENT_IN_USE');
  assert.is((await rejectionOf(staff.update(agentId, { disabled: true }))).code, 'AGENT_IN_USE');
  await staff.create({ ...ada, username: 'grace', role: 'admin' });
  await staff.remove(agentId);
  assert.is((await rejectionOf(staff.get(agentId))).code, 'AGENT_NOT_FOUND');
});
accounts('an account has ten sessions at most; an eleventh ends the oldest', async ({ staff }) => {
  await staff.create(ada);
  const sessions: string[] = [];
  for (let count = 0; count < 11; count += 1) sessions.push(await signIn(staff, 'ada', password));
  assert.is(await staff.authenticate(sessions[0]!), null);
  assert.ok(await staff.authenticate(sessions[1]!));
});
for (const jump of [-24 * hour, -hour, hour, 24 * hour]) {
  accounts(
    `a session lasts twelve hours although the wall clock jumps ${jump / hour} hours`,
    async (context) => {
      const { staff, clock } = context;
      await staff.create(ada);
      const session = await signIn(staff, 'ada', password);
      clock.pass(hour);
      clock.jump(jump);
      clock.pass(11 * hour - 1);
      assert.is(await staff.sessionLeft(session), 1);
      assert.ok(await staff.authenticate(session));
      clock.pass(1);
      assert.equal([await staff.sessionLeft(session), await staff.authenticate(session)], [0, null]);
    },
  );
}
accounts(
  'after a restart a session ends at its stored time, and after twelve hours at most',
  async (context) => {
    const { staff, clock, agents } = context;
    await staff.create(ada);
    const session = await signIn(staff, 'ada', password);
    clock.pass(2 * hour);
    const restart = async () => {
      const again = new Staff({ agents, throttle: createLocalThrottle({ clock }), clock, passwords });
      await again.recover();
      return again.sessionLeft(session);
    };
    assert.is(await restart(), 10 * hour);
    clock.jump(-24 * hour);
    assert.is(await restart(), 12 * hour);
    clock.jump(48 * hour);
    assert.is(await restart(), 0);
  },
);
accounts(
  'every process closes the sockets of sessions that another process ended',
  async ({ staff, agents, clock, ended }) => {
    const elsewhere = new Staff({ agents, throttle: createLocalThrottle({ clock }), clock, passwords });
    await elsewhere.recover();
    const { agentId } = await staff.create(ada);
    const session = await signIn(staff, 'ada', password);
    await elsewhere.signOut(session);
    assert.equal(ended, [agentId]);
    elsewhere.close();
  },
);
accounts('listeners are told when an eleventh session ends the oldest', async ({ staff, ended }) => {
  const { agentId } = await staff.create(ada);
  for (let count = 0; count < 10; count += 1) await signIn(staff, 'ada', password);
  assert.equal(ended, []);
  await signIn(staff, 'ada', password);
  assert.equal(ended, [agentId]);
});
accounts.run();

/** Makes attempts from many addresses, enough to throttle the account. */
async function flood(staff: Staff, username = 'ada'): Promise<void> {
  for (let from = 0; from <= 50; from += 1)
    await rejectionOf(signIn(staff, username, 'wrong', `198.51.100.${from}`));
}
const signingIn = suite<Context>('signing in');
signingIn.before.each(async (context) => {
  context.clock = createTestClock();
  context.ended = [];
  context.agents = createMemoryCollection({ schema: AgentAccountSchema });
  context.staff = new Staff({
    agents: context.agents,
    throttle: createLocalThrottle({ clock: context.clock }),
    clock: context.clock,
    passwords,
  });
  await context.staff.create(ada);
});
signingIn(
  "counts attempts before they are made, so concurrent ones can't bypass the limit",
  async ({ staff }) => {
    const guesses = Array.from({ length: 65 }, (_, index) => signIn(staff, 'ada', `guess ${index}`));
    const codes = await Promise.all(guesses.map(async (each) => (await rejectionOf(each)).code));
    assert.is(codes.filter((code) => code === 'SIGN_IN_REFUSED').length, 6);
    assert.is(codes.filter((code) => code === 'SIGN_IN_THROTTLED').length, 59);
    assert.ok(await signIn(staff, 'ada', password, '192.0.2.2'));
  },
);
signingIn('counts an IPv6 address by its /64', async ({ staff }) => {
  for (let host = 1; host <= 6; host += 1)
    await rejectionOf(signIn(staff, 'ada', 'wrong', `2001:db8::${host}`));
  assert.is((await rejectionOf(signIn(staff, 'ada', password, '2001:db8::7'))).code, 'SIGN_IN_THROTTLED');
  assert.ok(await signIn(staff, 'ada', password, '2001:db8:0:1::7'));
});
signingIn('limits unknown names like known ones', async ({ staff }) => {
  await flood(staff, 'eve');
  const { code, retryAfter } = await rejectionOf(signIn(staff, 'eve', 'wrong', here));
  assert.equal([code, retryAfter], ['SIGN_IN_THROTTLED', 1]);
});
signingIn(
  'lets a known device through while its account is throttled, but only for its own account',
  async (context) => {
    const { staff } = context;
    await staff.create({ ...ada, username: 'grace' });
    const { device } = await staff.signIn({ username: 'ada', password, address: here, device: undefined });
    await flood(staff);
    await flood(staff, 'grace');
    assert.is((await rejectionOf(signIn(staff, 'ada', password))).code, 'SIGN_IN_THROTTLED');
    const again = await staff.signIn({ username: 'ada', password, address: here, device });
    assert.is(again.device, device);
    const other = { username: 'grace', password, address: here, device };
    assert.is((await rejectionOf(staff.signIn(other))).code, 'SIGN_IN_THROTTLED');
  },
);
signingIn('also slows down guessing from a known device', async ({ staff }) => {
  const { device } = await staff.signIn({ username: 'ada', password, address: here, device: undefined });
  for (let guess = 0; guess < 6; guess += 1)
    await rejectionOf(staff.signIn({ username: 'ada', password: 'wrong', address: here, device }));
  const right = { username: 'ada', password, address: here, device };
  assert.is((await rejectionOf(staff.signIn(right))).code, 'SIGN_IN_THROTTLED');
});
signingIn('stores the hashes of twenty devices, and none after a new password', async ({ staff, agents }) => {
  const known: string[] = [];
  for (let count = 0; count < 21; count += 1)
    known.push((await staff.signIn({ username: 'ada', password, address: here, device: undefined })).device);
  const { id, value } = (await agents.list())[0]!;
  assert.is(value.devices!.length, 20);
  assert.not(JSON.stringify(value).includes(known[20]!));
  await staff.signIn({ username: 'ada', password, address: here, device: known[5] });
  assert.is((await agents.get(id))!.value.devices!.length, 20);
  await staff.update(id, { password: 'another password' });
  assert.is((await agents.get(id))!.value.devices, undefined);
});
signingIn('takes turns by address and name, and knows whether either failed recently', async (context) => {
  const asked: Turn[] = [];
  const turns: Turns = { run: (turn, task) => (asked.push(turn), task()) };
  const { agents, clock } = context;
  const throttle = createLocalThrottle({ clock });
  const staff = new Staff({ agents, throttle, clock, passwords: createPasswords({ N: 2, turns }) });
  await signIn(staff, 'ada', 'wrong').catch(() => undefined);
  await signIn(staff, 'Ada', password);
  await signIn(staff, 'grace', 'wrong').catch(() => undefined);
  const keys = (name: string) => [`from ${here}`, `to ${name}`];
  assert.equal(asked, [
    { keys: keys('ada'), isFresh: true },
    { keys: keys('ada'), isFresh: false },
    { keys: keys('grace'), isFresh: false },
  ]);
});
signingIn(
  "tells how long to wait if too many attempts wait, and doesn't count those that were not made",
  async (context) => {
    const { agents, clock } = context;
    const full: Turns = { run: () => Promise.reject(new TurnsFull()) };
    const busy = createPasswords({ N: 2, turns: full });
    const staff = new Staff({ agents, throttle: createLocalThrottle({ clock }), clock, passwords: busy });
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const { code, retryAfter } = await rejectionOf(signIn(staff, 'ada', password));
      assert.equal([code, retryAfter], ['SIGN_IN_THROTTLED', 2]);
    }
  },
);
signingIn.run();
