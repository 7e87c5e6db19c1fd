import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { createPresence } from '../../../service/routing/presence.js';
import { createTestClock } from '../../support/test-clock.js';

const ada = { agentId: 'a1', displayName: 'Ada', queues: ['q'], maxChats: 2 };

function setUp() {
  const clock = createTestClock();
  return {
    presence: createPresence({ clock }),
    clock,
    tick: () => clock.pass(1),
    graceEnds: () => clock.pass(limits.agentGone),
  };
}

const presences = suite('createPresence');
presences("takes the console's word for the status where it knows nothing itself", () => {
  const { presence } = setUp();
  presence.open(ada, 'AVAILABLE');
  assert.is(presence.get('a1')!.status, 'AVAILABLE');
  presence.setStatus('a1', 'OFFLINE');
  presence.open(ada, 'AVAILABLE');
  assert.is(presence.get('a1')!.status, 'OFFLINE');
});
presences('keeps the status over a reload, and forgets whoever stays away', () => {
  const { presence, graceEnds } = setUp();
  const leave = presence.open(ada, 'AVAILABLE');
  leave();
  assert.is(presence.get('a1')!.consoles, 0);
  const leaveAgain = presence.open(ada, 'OFFLINE');
  graceEnds();
  assert.is(presence.get('a1')!.status, 'AVAILABLE');
  leaveAgain();
  leaveAgain();
  graceEnds();
  assert.is(presence.get('a1'), undefined);
});
presences('counts consoles: closing one of two tabs changes nothing', () => {
  const { presence, graceEnds } = setUp();
  const first = presence.open(ada, 'AVAILABLE');
  presence.open(ada, 'AVAILABLE');
  first();
  graceEnds();
  assert.is(presence.get('a1')!.consoles, 1);
});
presences('says that an agent is gone after the grace period, and not before', () => {
  const { presence, clock } = setUp();
  const gone: string[] = [];
  presence.on('gone', (agentId) => gone.push(agentId));
  presence.open(ada, 'AVAILABLE')();
  clock.pass(limits.agentGone - 1);
  assert.equal(gone, []);
  clock.pass(1);
  assert.equal(gone, ['a1']);
});
presences('gives an agent who is expected the grace period, and takes nobody who is there for gone', () => {
  const { presence, graceEnds } = setUp();
  const gone: string[] = [];
  presence.on('gone', (agentId) => gone.push(agentId));
  presence.open(ada, 'AVAILABLE');
  for (const agentId of ['a1', 'a2', 'a3']) presence.expect(agentId);
  presence.open({ ...ada, agentId: 'a3' }, 'AVAILABLE');
  graceEnds();
  assert.equal(gone, ['a2']);
});
presences('tells of a status once', () => {
  const { presence } = setUp();
  const heard: unknown[] = [];
  presence.on('status', (...told) => heard.push(told));
  presence.open(ada, 'AVAILABLE');
  presence.setStatus('a1', 'MISSED');
  presence.setStatus('a1', 'MISSED');
  presence.setStatus('nobody', 'OFFLINE');
  assert.equal(heard, [['a1', 'MISSED']]);
});
presences('counts idleness from becoming available, and from the last contact', () => {
  const { presence, clock, tick } = setUp();
  const start = clock.monotonic();
  presence.open(ada, 'OFFLINE');
  tick();
  presence.setStatus('a1', 'AVAILABLE');
  assert.is(presence.get('a1')!.idleSince, start + 1);
  tick();
  presence.touch('a1');
  assert.is(presence.get('a1')!.idleSince, start + 2);
});
presences.run();
