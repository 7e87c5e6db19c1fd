// Why: not everyone may mount a small disk. This, imported before the service, has each batch of the database fail while
// the file that FULL_DISK_SIGN names is there. What LevelDB does after a failed write of its own is not shown by it.
import { existsSync } from 'node:fs';
import { ClassicLevel } from 'classic-level';

const { batch } = ClassicLevel.prototype;
ClassicLevel.prototype.batch = function (...given) {
  if (existsSync(process.env.FULL_DISK_SIGN)) return Promise.reject(new Error('No space left on device'));
  return batch.apply(this, given);
};
