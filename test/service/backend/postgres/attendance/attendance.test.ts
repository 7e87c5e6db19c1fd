import { Attendance } from '../../../../../service/backend/postgres/attendance/attendance.js';
import { createConnections } from '../../../../../service/backend/postgres/attendance/connections.js';
import { PostgresPresence } from '../../../../../service/backend/postgres/attendance/presence.js';
import { openProcesses, type TestProcess } from '../../../../support/postgres/processes.js';
import { connectionsContract, graceUnderTest } from '../../connections-contract.js';
import { presenceContract } from '../../presence-contract.js';

connectionsContract('PostgreSQL', async () => {
  const { processes, pass, clock, close } = await openProcesses();
  const open = async (process: TestProcess) => {
    const attendance = new Attendance({ ...process, kind: 'customer', grace: graceUnderTest });
    process.pulse.onBeat(() => attendance.beat());
    await process.pulse.begin();
    return createConnections(attendance);
  };
  const opened = [await open(processes[0]), await open(processes[1])] as const;
  return { processes: opened, pass, now: () => clock.now(), close };
});
presenceContract('PostgreSQL', async () => {
  const { processes, pass, close } = await openProcesses();
  const open = async (process: TestProcess) => {
    const presence = new PostgresPresence({ ...process, nudge: () => undefined });
    process.pulse.onBeat(() => presence.beat());
    await process.pulse.begin();
    return presence;
  };
  return { processes: [await open(processes[0]), await open(processes[1])], pass, close };
});
