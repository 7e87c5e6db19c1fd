// Why: operators type commands; their output and exit codes matter.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/**
 * Runs a command on a data folder, like `npm start -- …`. Returns its exit code, and its standard output, or
 * else its standard error. After a success, standard error contains only progress.
 */
export function runCommand(dataDir: string, ...words: string[]): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    execFile(process.execPath, [start, ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, printed: (stdout || stderr).trim() }),
    );
  });
}
