import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createPasswords } from '../../../service/auth/passwords.js';
import type { Turns } from '../../../service/auth/turns.js';

const turn = { keys: ['here'] };

test('a password matches its hash, and no other password does', async () => {
  const passwords = createPasswords();
  const stored = await passwords.hash('correct horse battery');
  assert.match(stored, /^scrypt\$131072\$8\$1\$/);
  assert.ok(await passwords.isSame('correct horse battery', stored, turn));
  assert.not.ok(await passwords.isSame('correct horse batter', stored, turn));
});
test('the same password has a different hash each time', async () => {
  const passwords = createPasswords({ N: 2 });
  assert.is.not(await passwords.hash('same'), await passwords.hash('same'));
});
test('hashes of another cost are supported', async () => {
  const stored = await createPasswords({ N: 4 }).hash('old');
  assert.ok(await createPasswords({ N: 8 }).isSame('old', stored, turn));
});
test('a decoy hash matches no password, costs the same, and differs each time', async () => {
  const passwords = createPasswords({ N: 4 });
  assert.match(passwords.decoyHash(), /^scrypt\$4\$8\$1\$/);
  assert.is.not(passwords.decoyHash(), passwords.decoyHash());
  assert.is(await passwords.isSame('', passwords.decoyHash(), turn), false);
});
test('a password matches in every normal form of its letters', async () => {
  const passwords = createPasswords({ N: 2 });
  assert.ok(await passwords.isSame('Zoe\u0308', await passwords.hash('Zo\u00eb'), turn));
});
for (const stored of [
  '',
  'x',
  'scrypt$2$8$1',
  'scrypt$2$8$1$AAAA$',
  'scrypt$x$8$1$AAAA$AAAA',
  'scrypt$1e9$8$1$AA$AA',
])
  test(`a stored text that is no hash matches no password: ${JSON.stringify(stored)}`, async () => {
    assert.is(await createPasswords({ N: 2 }).isSame('', stored, turn), false);
  });
test('concurrent comparisons take turns', async () => {
  const running: string[] = [];
  const turns: Turns = {
    run({ keys }, task) {
      running.push(...keys);
      return task();
    },
  };
  const passwords = createPasswords({ N: 2, turns });
  await passwords.isSame('x', await passwords.hash('x'), { keys: ['there'] });
  assert.equal(running, ['new password', 'there']);
});
test.run();
