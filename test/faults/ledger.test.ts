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
  const recoveries = [...outcome.recoveries].sort((a, b) => a - b);
  console.log(`all live again after ${recoveries.join(', ')} ms`);
  // The longest of a few says more about what else the machine did; `npm run bench:faults` has those of hundreds.
  const median = recoveries[recoveries.length >> 1]!;
  assert.ok(median <= recoveredWithin, `recovered after ${recoveries.join(', ')} ms`);
});
faults.run();
