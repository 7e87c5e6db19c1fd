// Why: commands are what an operator types; what counts is what they print, and their exit code.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/**
 * Runs a command upon a data folder, as `npm start -- …` would: its exit code, and what it printed to the standard
 * output, or else to the standard error. Where it succeeds the standard error has only its progress.
 */
export function runCommand(dataDir: string, ...words: string[]): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    execFile(process.execPath, [start, ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, printed: (stdout || stderr).trim() }),
    );
  });
}
