import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { otherLoadAtMost, type OtherLoad } from './other-load.js';

export interface KeepOptions {
  load: OtherLoad;
  /** What was measured since the last call. */
  what: string;
  say: (line: string) => void;
}

/**
 * Writes results as JSON, unless other programs disturbed any part of the measurement. Says how much they used. Returns
 * whether the results were written.
 */
export function keepResults(path: string, results: object, { load, what, say }: KeepOptions): boolean {
  say(`${what}: other programs used ${load.take().toFixed(1)} % of the machine`);
  if (!load.isQuiet) {
    say(`Not saved: the machine is busy with other programs, which may use ${otherLoadAtMost} %.`);
    return false;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return true;
}
