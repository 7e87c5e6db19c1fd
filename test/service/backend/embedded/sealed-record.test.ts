import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { seal, unseal } from '../../../../service/backend/embedded/sealed-record.js';

const key = 'e!k!0000000007';
const json = '{"seq":7,"content":"Grüße # 👋"}';

const sealed = suite('a sealed record');
sealed('returns the JSON, also if it is empty or contains a #', () => {
  for (const each of [json, '', '5']) assert.is(unseal(key, seal(key, each)), each);
  assert.ok(seal(key, json).startsWith(json));
});
sealed('is damaged under every other key', () => {
  assert.is(unseal('e!k!0000000008', seal(key, json)), null);
});
sealed('is damaged if any bit of any byte is flipped', () => {
  for (const each of [json, '', '5']) {
    const bytes = Buffer.from(seal(key, each));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      const read = unseal(key, turned.toString());
      // A record without a seal would have to be JSON.
      if (read !== null) assert.throws(() => JSON.parse(read) as unknown, `bit ${bit} of ${each}`);
    }
  }
});
sealed('of a release without seals is accepted as it is', () => {
  for (const each of [json, '']) assert.is(unseal(key, each), each);
});
sealed.run();
