import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A wall clock of a process that can be set. Its monotonic clock stays the machine's. */
export interface FakeClock {
  /** The environment to start the process with. */
  environment: Record<string, string>;
  /** Sets the clock this many seconds before (negative) or after the true time. */
  set(seconds: number): void;
  close(): void;
}

export const howToInstall =
  'libfaketime is needed to set the clock of one process: apt-get install faketime (Debian, Ubuntu), dnf install libfaketime (Fedora), apk add libfaketime (Alpine).';

const library = 'libfaketimeMT.so.1';

/** Null if libfaketime (Wolfgang Hommel, GPL-2.0) isn't installed. */
export function openFakeClock(): FakeClock | null {
  const path = findLibrary();
  if (path === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-clock-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'offset');
  const set = (seconds: number): void => {
    // Replaced atomically: the process may read it at any moment.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    environment: {
      LD_PRELOAD: path,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // The name of the same option in older releases.
      DONT_FAKE_MONOTONIC: '1',
    },
    set,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function findLibrary(): string | null {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/local/lib'];
  const folders = roots.flatMap((root) => {
    const inRoot = existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : [];
    return [root, ...inRoot].flatMap((each) => [each, join(each, 'faketime')]);
  });
  return folders.map((folder) => join(folder, library)).find((path) => existsSync(path)) ?? null;
}
