import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** Bytes (Brotli) of a new widget's configuration, which the tag requests too. */
const configuration = 388;
const isOpenChat = (file) => file.startsWith('widget/open-chat-');

/** Bytes (Brotli) that a page may load, by name, with the files that count. */
const budgets = [
  ['snippet, before intent', 3_000, (files) => files.filter((file) => file === 'embed.js')],
  [
    'tag, before intent',
    9_000 - configuration,
    (files) => files.filter((file) => file === 'connect-chat-widget.js'),
  ],
  [
    'a chat, opened and talking',
    28_000 - configuration,
    (files) => files.filter((file) => file === 'connect-chat-widget.js' || isOpenChat(file)),
  ],
];
/** The same for each chunk that a chat loads only when a feature needs it. */
const laterChunk = 14_000;

/**
 * Measures the compressed scripts in `folder` against the budgets.
 * Returns `{ name, bytes, atMost }` for each; throws for the first that is exceeded or empty.
 */
export function checkBudgets(folder) {
  const built = scriptsIn(folder);
  const later = built.filter((file) => file.startsWith('widget/') && !isOpenChat(file));
  const chat = new Set(
    withImports(
      folder,
      built.filter((file) => file === 'connect-chat-widget.js' || isOpenChat(file)),
    ),
  );
  const added = (file) => withImports(folder, [file]).filter((each) => !chat.has(each));
  const all = [
    ...budgets.map(([name, atMost, choose]) => ({ name, atMost, files: withImports(folder, choose(built)) })),
    ...later.map((file) => ({ name: file, atMost: laterChunk, files: added(file) })),
  ];
  return all.map(({ name, atMost, files }) => {
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(folder, `${file}.br`)).length, 0);
    if (files.length === 0 || bytes > atMost)
      throw new Error(`The size budget "${name}" is exceeded: ${bytes} of ${atMost} bytes.`);
    return { name, bytes, atMost };
  });
}

function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The files and their static imports: a page that loads a file loads those too. */
function withImports(folder, chosen) {
  const all = new Set(chosen);
  for (const file of all) {
    const text = readFileSync(join(folder, file), 'utf8');
    const imports = text.matchAll(/(?:from|import)"(\.{1,2}\/[^"]+)"/g);
    for (const [, imported] of imports) all.add(posix.join(posix.dirname(file), imported));
  }
  return [...all];
}
