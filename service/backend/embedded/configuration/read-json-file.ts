import { readFile } from 'node:fs/promises';

const byteOrderMark = '\uFEFF';

/** The text of a file without its byte-order mark, which some editors write; null where there is no such file. */
export async function readTextFile(file: string): Promise<string | null> {
  try {
    const text = await readFile(file, 'utf8');
    return text.startsWith(byteOrderMark) ? text.slice(1) : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // An error while reading names no file by itself.
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/** Parses a file's JSON; throws a sentence that names the file and, where V8 tells it, the line and column. */
export function parseJsonFile(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${whereOf(text, (error as Error).message)}.`, { cause: error });
  }
}

/** V8's message may quote the text around the fault, where there may be secrets: only the place is told. */
function whereOf(text: string, message: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/end of JSON input/.test(message)) return 'it ends too early';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return message.split(', "')[0]!;
  const before = text.slice(0, Number(position)).split('\n');
  if (Number(position) >= text.length) return 'it ends too early';
  return `it can't be read at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
