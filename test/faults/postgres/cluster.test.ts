import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenSeed } from '../../support/seeded-random.js';
import { runClusterFaults } from '../cluster/cluster-run.js';
import { noVerdict } from '../ledger.js';

const faults = suite('all faults of several processes and their database');
faults('lose, duplicate, reorder and invent nothing, and every chat keeps its agent', async () => {
  const seed = chosenSeed();
  console.log(`\nSEED=${seed}`);
  const outcome = await runClusterFaults({
    ...{ seed, processes: 3, chats: 24, messages: 1_200 },
    ...{ kills: 1, pauses: 1, pauseSeconds: 7, rolls: 1 },
    ...{ crashes: 1, failovers: 1, cuts: 1, stalls: 1 },
  });
  assert.equal(outcome.verdict, noVerdict());
  assert.equal(outcome.routing, { offeredTwice: 0, beyondCapacity: 0 });
  assert.equal([outcome.contactsTooMany, outcome.stranded, outcome.messages], [0, 0, 1_200]);
  // `npm run bench:faults -- --processes 3` measures the time, on an idle machine.
  const times = outcome.recoveries.map(({ kind, milliseconds }) => `${kind} ${milliseconds} ms`);
  console.log(`all live again after: ${times.join(', ')}`);
});
faults.run();
