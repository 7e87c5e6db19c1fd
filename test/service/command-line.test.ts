import { resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCommand, UsageError } from '../../service/command-line.js';

const commands = suite('readCommand');
commands('serves by default', () => {
  assert.equal(readCommand([]), { name: 'serve' });
});
commands('accepts a folder for backup and restore, relative to the working directory', () => {
  assert.equal(readCommand(['backup', 'there']), { name: 'backup', folder: resolve('there') });
  assert.equal(readCommand(['restore', '/there']), { name: 'restore', folder: '/there' });
});
commands('accepts a check of the data folder or of a backup', () => {
  assert.equal(readCommand(['check']), { name: 'check', folder: null });
  assert.equal(readCommand(['check', '/there']), { name: 'check', folder: '/there' });
});
commands('accepts a folder that begins with a hyphen after "--"', () => {
  assert.equal(readCommand(['backup', '--', '-there']), { name: 'backup', folder: resolve('-there') });
});
commands('accepts a database to move to, or leaves it to the environment', () => {
  assert.equal(readCommand(['move', '--to', 'postgres://db/chat']), {
    name: 'move',
    to: 'postgres://db/chat',
  });
  assert.equal(readCommand(['move']), { name: 'move', to: null });
});
commands('prints no password of a URL', () => {
  assert.throws(
    () => readCommand(['move', 'postgres://me:secret@db/chat']),
    (error: Error) => error.message.includes('"move postgres://me:…@db/chat"'),
  );
});
commands('shows its help', () => {
  for (const words of [['help'], ['--help'], ['-h'], ['backup', '--help']])
    assert.equal(readCommand(words), { name: 'help' });
});
commands('refuses everything else and quotes it', () => {
  const refused = [['backup'], ['restore', ''], ['backup', 'a', 'b'], ['backups', 'a'], ['serve', 'a']];
  for (const words of [
    ...refused,
    ['--port', '8080'],
    ['backup', '--fast', 'there'],
    ['backup', '--to', 'there'],
    ['move', 'there'],
  ])
    assert.throws(
      () => readCommand(words),
      (error: Error) => error instanceof UsageError && error.message.includes(`"${words.join(' ')}"`),
    );
});
commands.run();
