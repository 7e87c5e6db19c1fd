// Why: a full disk is one of the few troubles that every service meets. Needs root for a real one; says which it is.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
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

function injectedDisk(folder: string): SmallDisk {
  const sign = join(temporaryFolder(), 'full');
  const preload = new URL('full-disk-preload.mjs', import.meta.url).href;
  return {
    isReal: false,
    folder,
    environment: { FULL_DISK_SIGN: sign, NODE_OPTIONS: `--import=${preload}` },
    fill: () => writeFileSync(sign, ''),
    free: () => rmSync(sign, { force: true }),
    close: () => undefined,
  };
}
