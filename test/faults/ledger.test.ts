import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenSeed } from '../support/seeded-random.js';
import { runFaults } from './fault-run.js';
import { noVerdict } from './ledger.js';

/** Milliseconds after which everyone whose network is good talks again, once the service is back. */
const recoveredWithin = 5_000;

const faults = suite('everything that can break');
faults('loses, doubles, reorders and invents nothing, and everyone is soon back', async () => {
  const seed = chosenSeed();
  console.log(`\nSEED=${seed}`);
  const outcome = await runFaults({
    seed,
    chats: 60,
    messages: 2_000,
    kills: 6,
    networkFaults: 16,
    freezes: 3,
    vanishings: 6,
  });
  assert.equal(outcome.verdict, noVerdict());
  assert.is(outcome.contactsTooMany, 0);
  assert.is(outcome.messages, 2_000);
  const slowest = Math.max(...outcome.recoveries);
  assert.ok(slowest <= recoveredWithin, `recovered after ${slowest} ms`);
});
faults.run();
