import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findMissing } from '../../../console/sign-in/credentials.js';

const credentials = suite('the credentials of a sign-in');
credentials('are complete with a username and a password', () => {
  assert.equal(findMissing({ username: 'maria', password: 'secret' }), {});
});
credentials('lack the first of the two that is empty, one at a time', () => {
  assert.equal(findMissing({ username: '', password: '' }), { username: 'Enter your username.' });
  assert.equal(findMissing({ username: '  ', password: 'secret' }), { username: 'Enter your username.' });
  assert.equal(findMissing({ username: 'maria', password: '' }), { password: 'Enter your password.' });
});
credentials('may have a password of spaces', () => {
  assert.equal(findMissing({ username: 'maria', password: '        ' }), {});
});
credentials.run();
