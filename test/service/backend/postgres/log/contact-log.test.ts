import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { createChanges } from '../../../../../service/backend/postgres/log/changes.js';
import { openProcesses, type TestProcess } from '../../../../support/postgres/processes.js';
import { changesContract } from '../../changes-contract.js';
import { contactLogContract } from '../../contact-log-contract.js';

const openLog = (process: TestProcess): PostgresContactLog =>
  new PostgresContactLog({ ...process, onDeadlines: () => undefined });

contactLogContract('PostgreSQL', async () => {
  const { processes, close } = await openProcesses();
  await processes[0].pulse.begin();
  return { log: openLog(processes[0]), close };
});
changesContract('PostgreSQL', async () => {
  const { processes, close } = await openProcesses();
  await processes[0].pulse.begin();
  return { log: openLog(processes[0]), changes: createChanges(processes[1].database), close };
});
