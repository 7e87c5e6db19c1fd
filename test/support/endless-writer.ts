// Why: a process that can be killed while appending. Prints "contact number" after each acknowledged append.
import { openEmbeddedContactLog } from '../../service/backend/embedded/contact-log/contact-log.js';

const log = await openEmbeddedContactLog({ folder: process.argv[2]! });
await Promise.all(Array.from({ length: 20 }, (_, index) => writeWithoutEnd(`k${index}`)));

async function writeWithoutEnd(contactId: string): Promise<void> {
  for (let seq = 0; ; seq += 1) {
    await log.append(contactId, seq, [{ at: 1, kind: 'queue.targeted', queueId: 'x'.repeat(200) }]);
    process.stdout.write(`${contactId} ${seq + 1}\n`);
  }
}
