// How long a start takes with many stored contacts: from the process's start to "serves on", compared with an
// empty folder.
// Usage: node --import tsx bench/start.ts [contacts]
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import {
  contactRecords,
  type ContactRecord,
} from '../service/backend/embedded/contact-log/contact-records.js';
import { contactKeys } from '../service/backend/embedded/contact-log/contact-keys.js';
import { seal, unseal } from '../service/backend/embedded/sealed-record.js';
import { createVisitor } from '../test/support/programs.js';
import { createService, type ServiceProcess } from '../test/support/service-process.js';

const contacts = Number(process.argv[2] ?? 1_000_000);
const starts = 5;
const pageSize = 5_000;

interface Sample {
  dataDir: string;
  contactId: string;
  /** An ended chat's records, as the service has stored them. */
  records: ContactRecord[];
  /** The record with the number of commits: the data folder's inventory requires as many. */
  commits: ContactRecord;
}

/** Creates an ended chat, and returns its records. */
async function sample(): Promise<Sample> {
  const service = await createService({ LOG_LEVEL: 'error' });
  await service.start();
  const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  const visitor = createVisitor(service, widgets[0]!.widgetId, 'Cleo');
  const { contactId } = await visitor.start();
  for (const text of ['hello', 'is anybody there?', 'never mind']) await visitor.send(text);
  await visitor.end();
  visitor.destroy();
  await service.stop('SIGTERM');
  const folder = join(service.dataDir, 'contacts');
  const db = new ClassicLevel(folder);
  await db.open();
  const all = await db.iterator().all();
  const records = all.filter(([key]) => key.includes(contactId));
  const commits = all.find(([key]) => key === contactKeys.commits)!;
  await db.close();
  rmSync(folder, { recursive: true });
  return { dataDir: service.dataDir, contactId, records, commits };
}

/** Many copies of the sample in the order of keys, each with its own id and time. */
async function* copies({ contactId, records, commits }: Sample): AsyncGenerator<ContactRecord[]> {
  yield [commits];
  for (const [key, value] of records) {
    for (let from = 0; from < contacts; from += pageSize) {
      const page: ContactRecord[] = [];
      for (let index = from; index < Math.min(contacts, from + pageSize); index += 1) {
        const id = `${String(index).padStart(8, '0')}-0000-8000-8000-000000000000`;
        const own = key.startsWith('t!')
          ? `t!${String(index).padStart(15, '0')}!${id}`
          : key.replace(contactId, id);
        page.push([own, seal(own, unseal(key, value)!.replaceAll(contactId, id))]);
      }
      yield page;
    }
  }
}

async function timeStart(service: ServiceProcess): Promise<number> {
  const from = performance.now();
  await service.start();
  const took = performance.now() - from;
  await service.stop('SIGTERM');
  return took;
}
const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

const chat = await sample();
const { dataDir, records } = chat;
const from = performance.now();
await contactRecords.write(join(dataDir, 'contacts'), copies(chat));
console.log(
  `${contacts} contacts of ${records.length} records in ${Math.round((performance.now() - from) / 1000)} s`,
);
const full = await createService({ DATA_DIR: dataDir });
const empty = await createService();
const figures = { full: [] as number[], empty: [] as number[] };
for (let start = 0; start < starts; start += 1) {
  figures.empty.push(await timeStart(empty));
  figures.full.push(await timeStart(full));
}
console.log(
  `empty ${Math.round(median(figures.empty))} ms, full ${Math.round(median(figures.full))} ms (medians of ${starts})`,
);
await full.start();
const asked = performance.now();
const { body } = await full.rest<{ contacts: unknown[] }>('GET', '/api/contacts?limit=100');
console.log(
  `the newest ${body.contacts.length} contacts by REST: ${Math.round(performance.now() - asked)} ms`,
);
await full.stop('SIGKILL');
process.exit(0);
