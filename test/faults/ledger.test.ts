import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenSeed } from '../support/seeded-random.js';
import { runFaults } from './fault-run.js';
import { noVerdict } from './ledger.js';

const faults = suite('all faults together');
faults('lose, duplicate, reorder and invent nothing, and everyone is back', async () => {
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
  assert.is(outcome.recoveries.length, 6, 'everyone was live again after each kill');
  // `npm run bench:faults` measures the time, on an idle machine.
  console.log(`all live again after ${outcome.recoveries.join(', ')} ms`);
});
faults.run();
