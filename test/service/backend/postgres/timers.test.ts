import { PostgresTimers } from '../../../../service/backend/postgres/timers.js';
import { openProcesses, type TestProcess } from '../../../support/postgres/processes.js';
import { timersContract } from '../timers-contract.js';

timersContract('PostgreSQL', async () => {
  const { processes, pass, clock, close } = await openProcesses();
  const open = async (process: TestProcess) => {
    const timers = new PostgresTimers(process);
    process.pulse.onBeat(() => timers.beat());
    await process.pulse.begin();
    return timers;
  };
  const opened = [await open(processes[0]), await open(processes[1])] as const;
  return { processes: opened, now: () => clock.now(), pass, close };
});
