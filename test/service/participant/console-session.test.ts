import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ServiceError } from '../../../service/errors.js';
import type { ConsoleView } from '../../../service/participant/console-view.js';
import { ConsoleSession, type ConsoleServices } from '../../../service/participant/console-session.js';
import { profileOf } from '../../support/simulated-routing.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';

/** A console where the contact k1 rings, which is read by `state`. */
function openConsole(state: () => Promise<null>) {
  const clock = createTestClock();
  const refused: unknown[] = [];
  const services = {
    clock,
    contacts: { state, summaries: { onAgent: () => () => undefined } },
    presence: { open: () => () => undefined, on: () => () => undefined, get: () => undefined, now: () => 0 },
    workload: { contactsOf: () => [], wrapUpsOf: () => [], ringingAt: () => ['k1'] },
    leavingAgents: { takeReturned: () => [] },
    questionsOf: async () => [],
    epoch: 'first',
  } as unknown as ConsoleServices;
  const view = {
    welcome: () => undefined,
    refused: (error: unknown) => void refused.push(error),
  } as unknown as ConsoleView;
  const profile = { ...profileOf('a1', 2), username: 'ada', pictureUrl: '' };
  const session = new ConsoleSession(services, profile, view);
  session.open({ after: {} });
  return { session, clock, refused };
}

const consoles = suite('ConsoleSession');
consoles('reads what rings again where it cannot be read at the moment', async () => {
  let reads = 0;
  const { clock, refused } = openConsole(async () => {
    reads += 1;
    if (reads <= 2) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
    return null;
  });
  for (let second = 0; second < 5; second += 1) {
    await settled();
    clock.pass(1_000);
  }
  // The third attempt succeeds, which reads twice.
  assert.equal([reads, refused], [4, []]);
  assert.is(clock.pending, 0);
});
consoles('says at once what will not pass', async () => {
  const damaged = new ServiceError('CONTACT_DAMAGED');
  const { clock, refused } = openConsole(() => Promise.reject(damaged));
  await settled();
  assert.equal(refused, [damaged]);
  assert.is(clock.pending, 0);
});
consoles('reads nothing once it is closed', async () => {
  let reads = 0;
  const { session, clock } = openConsole(async () => {
    reads += 1;
    throw new ServiceError('TEMPORARILY_UNAVAILABLE');
  });
  await settled();
  session.close();
  clock.pass(60_000);
  await settled();
  assert.equal([reads, clock.pending], [1, 0]);
});
consoles.run();
