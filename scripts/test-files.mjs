import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Folders of code that runs in a browser. */
const inBrowser = /^test\/(?:client|widget|console)\//;

const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return path.endsWith('.test.ts') ? [path] : [];
  });

/** Tests that need no page: they import uvu, and run in Node. */
const isOfNode = (file) =>
  !inBrowser.test(file) || readFileSync(join(root, file), 'utf8').includes("from 'uvu'");

/** All test files, relative to the project's root: those for Node, and those for a browser. */
export function testFiles() {
  const all = filesIn('test').sort();
  return { node: all.filter(isOfNode), browser: all.filter((file) => !isOfNode(file)) };
}
