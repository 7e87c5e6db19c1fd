import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkAnswer } from '../../shared/check-answer.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';

const field = (change: Partial<PreChatField>): PreChatField => ({
  name: 'answer',
  label: 'Answer',
  type: 'text',
  required: false,
  options: [],
  link: '',
  ...change,
});
const faultOf = (change: Partial<PreChatField>, answer?: string) => checkAnswer(field(change), answer);

const check = suite('checkAnswer');
check('accepts an empty answer unless one is required', () => {
  for (const answer of [undefined, '', '   ']) {
    assert.is(faultOf({}, answer), null);
    assert.is(faultOf({ required: true }, answer), 'fillIn');
    assert.is(faultOf({ required: true, type: 'select', options: ['A'] }, answer), 'chooseOne');
    assert.is(faultOf({ required: true, type: 'checkbox' }, answer), 'agree');
  }
  assert.is(faultOf({ required: true, type: 'checkbox' }, 'false'), 'agree');
  assert.is(faultOf({ required: true, type: 'checkbox' }, 'true'), null);
});
check('recognizes e-mail addresses', () => {
  for (const good of ['a@b.example', 'o’neil'.replace('’', "'") + '@shop.example', 'a.b+c@x-y.co.uk'])
    assert.is(faultOf({ type: 'email' }, good), null, good);
  for (const bad of [
    'a',
    'a@b',
    '@b.example',
    'a@b..example',
    'a b@c.example',
    'a@-b.example',
    `${'a'.repeat(65)}@b.example`,
  ])
    assert.is(faultOf({ type: 'email' }, bad), 'emailInvalid', bad);
});
check('recognizes phone numbers', () => {
  for (const good of ['112', '+44 20 7946 0000', '(030) 901-820', '+1.555.0100'])
    assert.is(faultOf({ type: 'phone' }, good), null, good);
  for (const bad of ['12', 'call me', '++49 30 1', '+1234567890123456', '1-2'])
    assert.is(faultOf({ type: 'phone' }, bad), 'phoneInvalid', bad);
});
check('accepts only the given options', () => {
  const choice = { type: 'select', options: ['A', 'B'] } as const;
  assert.is(checkAnswer(field({ ...choice, options: ['A', 'B'] }), 'B'), null);
  assert.is(checkAnswer(field({ ...choice, options: ['A', 'B'] }), 'C'), 'chooseOne');
});
check('accepts 1,024 characters, and 256 for a name', () => {
  assert.is(faultOf({}, 'a'.repeat(1024)), null);
  assert.is(faultOf({}, 'a'.repeat(1025)), 'tooLong');
  assert.is(faultOf({ name: 'displayName' }, 'a'.repeat(257)), 'tooLong');
});
check('answers quickly, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('text' as const, 'email' as const, 'phone' as const),
      fc.string({ maxLength: 3000, unit: fc.constantFrom('a', '.', '@', '-', '1', ' ', '+', '(') }),
      (type, answer) => {
        // Far more than a busy machine needs, and far less than a backtracking expression.
        const from = performance.now();
        faultOf({ type }, answer);
        return performance.now() - from < 10_000;
      },
    ),
  );
});
check.run();
