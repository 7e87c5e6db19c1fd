// Why: every service meets a full disk one day. A real one needs root; `isReal` tells whether it is.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './temporary-folder.js';

/** A disk that can be filled. */
export interface SmallDisk {
  /**
   * Whether it is a separate file system. Otherwise every write of the database fails while the disk counts
   * as full.
   */
  isReal: boolean;
  folder: string;
  /** Environment of a service that writes to this disk. */
  environment: Record<string, string>;
  /** Fills the disk, so that no byte fits. */
  fill(): void;
  /** Frees space. */
  free(): void;
  /** Call it after the service has ended. */
  close(): void;
}

const size = '32m';

export function openSmallDisk(): SmallDisk {
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  return status === 0 ? realDisk(folder) : injectedDisk(folder);
}

function realDisk(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  const close = (): void => void spawnSync('umount', ['-l', folder]);
  process.once('exit', close);
  return {
    isReal: true,
    folder,
    environment: {},
    fill() {
      const file = openSync(filler, 'a');
      try {
        for (let block = 1024 * 1024; block >= 1;) block = takes(file, block) ? block : Math.floor(block / 2);
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    close() {
      process.off('exit', close);
      close();
    },
  };
}

function takes(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes;
  } catch {
    return false;
  }
}

/**
 * Not every user may mount a disk. If this is imported before the service, each batch of the database fails
 * while a file exists. It doesn't show how LevelDB behaves after a failed write of its own.
 */
const preload = (sign: string): string => `
  import { existsSync } from 'node:fs';
  import { ClassicLevel } from '${import.meta.resolve('classic-level')}';
  const { batch } = ClassicLevel.prototype;
  ClassicLevel.prototype.batch = function (...given) {
    if (existsSync(${JSON.stringify(sign)})) return Promise.reject(new Error('No space left on device'));
    return batch.apply(this, given);
  };
`;

function injectedDisk(folder: string): SmallDisk {
  const beside = temporaryFolder();
  const sign = join(beside, 'full');
  const file = join(beside, 'preload.mjs');
  writeFileSync(file, preload(sign));
  return {
    isReal: false,
    folder,
    environment: { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` },
    fill: () => writeFileSync(sign, ''),
    free: () => rmSync(sign, { force: true }),
    close: () => undefined,
  };
}
