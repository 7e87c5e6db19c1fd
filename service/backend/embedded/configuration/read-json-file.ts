import { readFile } from 'node:fs/promises';

const byteOrderMark = '\uFEFF';

/** Reads a file without its byte-order mark, which some editors write; null if the file doesn't exist. */
export async function readTextFile(file: string): Promise<string | null> {
  try {
    const text = await readFile(file, 'utf8');
    return text.startsWith(byteOrderMark) ? text.slice(1) : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Errors of a read don't name the file.
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/** Parses a file's JSON. Throws a sentence that names the file and, if V8 reports them, line and column. */
export function parseJsonFile(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${whereOf(text, (error as Error).message)}.`, { cause: error });
  }
}

/** Extracts only the place from V8's message, which may quote text with secrets. */
function whereOf(text: string, message: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/end of JSON input/.test(message)) return 'it ends too early';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return message.split(', "')[0]!;
  const before = text.slice(0, Number(position)).split('\n');
  if (Number(position) >= text.length) return 'it ends too early';
  return `it can't be read at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
