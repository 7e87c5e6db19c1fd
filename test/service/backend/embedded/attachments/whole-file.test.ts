import { once, type EventEmitter } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readWholeFile } from '../../../../../service/backend/embedded/attachments/whole-file.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

/** An open file with so many bytes; `said` is the size that it seems to have at first. */
async function openFile(bytes: number, said = bytes): Promise<FileHandle> {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, Buffer.alloc(bytes, 'a'));
  const handle = await open(file, 'r');
  const stat = handle.stat.bind(handle);
  handle.stat = (async () => ({ ...(await stat()), size: said })) as unknown as FileHandle['stat'];
  return handle;
}

const reading = suite('readWholeFile');
reading('reads a file of the expected size', async () => {
  const bytes = await buffer(await readWholeFile(await openFile(200_000), 200_000));
  assert.is(bytes.length, 200_000);
});
reading('rejects a file that is shorter or longer', async () => {
  for (const size of [199_999, 200_001]) {
    const handle = await openFile(200_000);
    assert.is((await rejectionOf(readWholeFile(handle, size))).code, 'ATTACHMENT_DAMAGED');
    assert.is(handle.fd, -1, 'is closed');
  }
});
reading('ends the stream with an error if the file is truncated while it is read', async () => {
  const stream = await readWholeFile(await openFile(100_000, 200_000), 200_000);
  assert.is((await rejectionOf(buffer(stream))).code, 'ATTACHMENT_DAMAGED');
});
reading('reads no more than expected if the file grows meanwhile', async () => {
  const stream = await readWholeFile(await openFile(200_000, 100_000), 100_000);
  assert.is((await buffer(stream)).length, 100_000);
});
reading('closes the file if its reader goes away', async () => {
  const handle = await openFile(5_000_000);
  // FileHandle is an EventEmitter (Node's documentation, fs, 'close'), but its types don't say so.
  const closed = once(handle as unknown as EventEmitter, 'close');
  (await readWholeFile(handle, 5_000_000)).destroy();
  await closed;
});
reading.run();
