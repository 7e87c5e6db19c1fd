// Why: runs rounds of damage in child processes, for both the short test and the long bench.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Damaged, DamageKind, Original } from './damage-run.js';

const child = fileURLToPath(new URL('damage-child.ts', import.meta.url));

export interface RoundsOptions {
  /** The folder for the copies. */
  folder: string;
  kind: DamageKind;
  seed: number;
  rounds: number;
}

/** The results of all rounds. */
export async function damageRounds(original: Original, options: RoundsOptions): Promise<Damaged[]> {
  const { kind, seed, rounds } = options;
  const folder = mkdtempSync(join(options.folder, 'rounds-'));
  const file = join(folder, 'original.json');
  const copy = join(folder, 'copy');
  await writeFile(file, JSON.stringify(original));
  const all: Damaged[] = [];
  while (all.length < rounds) {
    const args = [file, copy, kind, seed, all.length, rounds].map(String);
    const run = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(run, 'close') as Promise<[code: number | null, signal: string | null]>;
    const logged = text(run.stderr);
    for await (const line of createInterface({ input: run.stdout })) all.push(JSON.parse(line) as Damaged);
    const [code, signal] = await ended;
    if (code === 0) continue;
    if (signal !== 'SIGABRT') throw new Error(`A child ended with ${code ?? signal}: ${await logged}`);
    // Its last lines belong to the round that crashed it.
    const isNamed = (await logged)
      .split('\n')
      .slice(-4)
      .some((line) => line.includes(copy));
    const ending: Damaged = {
      file: '',
      kind,
      at: 0,
      reported: isNamed ? 'log' : null,
      isEnded: true,
      altered: 0,
      fewer: 0,
    };
    all.push(ending);
  }
  return all;
}
