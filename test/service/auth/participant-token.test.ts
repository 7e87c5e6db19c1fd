import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createParticipantToken, readParticipantToken } from '../../../service/auth/participant-token.js';
import { isSameHash } from '../../../service/auth/secret-hash.js';

const contactId = '0f0e0d0c-0b0a-8908-8706-050403020100';

test('a token names its contact, and gives the hash of its secret', () => {
  const { token, hash } = createParticipantToken(contactId);
  const read = readParticipantToken(token)!;
  assert.is(read.contactId, contactId);
  assert.ok(isSameHash(read.hash, hash));
  assert.not(token.includes(hash), 'the hash is not the secret');
});
test('all tokens are different', () => {
  const tokens = Array.from({ length: 100 }, () => createParticipantToken(contactId).token);
  assert.is(new Set(tokens).size, 100);
});
test("text that can't be a token is refused", () => {
  const { token } = createParticipantToken(contactId);
  for (const text of ['', 'x', contactId, `${token}x`, token.slice(1), token.toUpperCase(), `${token}\n`])
    assert.is(readParticipantToken(text), null, text);
});
test.run();
