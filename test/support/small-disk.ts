// Why: a full disk is one of the few troubles that every service meets. Needs root for a real one; says which it is.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './temporary-folder.js';

/** A disk that can be filled. */
export interface SmallDisk {
  /** Whether it is a file system of its own; else each write of the database is made to fail while it counts as full. */
  isReal: boolean;
  folder: string;
  /** What a service that writes there must have in its environment. */
  environment: Record<string, string>;
  /** Not one byte more can be stored. */
  fill(): void;
  /** There is room again. */
  free(): void;
  /** To be called after the service has ended. */
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
 * Not everyone may mount a disk. This, imported before the service, has each batch of the database fail while a file is
 * there. What LevelDB does after a failed write of its own is not shown by it.
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
