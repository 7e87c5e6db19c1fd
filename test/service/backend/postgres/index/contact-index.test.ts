import { PostgresContactIndex } from '../../../../../service/backend/postgres/index/contact-index.js';
import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { openProcesses } from '../../../../support/postgres/processes.js';
import { contactIndexContract } from '../../contact-index-contract.js';

contactIndexContract('PostgreSQL', async () => {
  const { processes, close } = await openProcesses();
  await processes[0].pulse.begin();
  const log = new PostgresContactLog({ ...processes[0], onDeadlines: () => undefined });
  const index = new PostgresContactIndex(processes[0].database);
  const again = async (): Promise<PostgresContactIndex> => new PostgresContactIndex(processes[1].database);
  return { log, index, again, close };
});
