import { PostgresTimers } from '../../../../service/backend/postgres/timers.js';
import type { Timers } from '../../../../service/backend/timers.js';
import { openProcesses, type TestProcess } from '../../../support/postgres/processes.js';
import { timersContract } from '../timers-contract.js';

timersContract('PostgreSQL', async () => {
  const { processes, pass, settled, clock, close } = await openProcesses();
  const open = async (process: TestProcess) => {
    const timers = new PostgresTimers(process);
    process.pulse.onBeat(() => timers.beat());
    await process.pulse.begin();
    return timers;
  };
  const [here, other] = [await open(processes[0]), await open(processes[1])];
  let arrived = Promise.resolve();
  /** The second process sets what it sets after what the first one has set before: they share this test's event loop. */
  const there: Timers = {
    set(...words) {
      arrived = arrived.then(settled).then(() => other.set(...words));
    },
    left: (...words) => other.left(...words),
    onDue: (receive) => other.onDue(receive),
  };
  return {
    processes: [here, there],
    now: () => clock.now(),
    async pass(milliseconds) {
      await arrived;
      await pass(milliseconds);
    },
    close,
  };
});
