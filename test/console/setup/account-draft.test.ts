import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  checkAccount,
  emptyAccount,
  passwordCharacters,
  toAccount,
  toField,
} from '../../../console/setup/account-draft.js';

const good = { username: 'maria', displayName: 'Maria', password: 'x'.repeat(passwordCharacters) };

const checking = suite('the account of the first administrator');
checking('needs a username, a name and a password', () => {
  assert.equal(checkAccount(emptyAccount), {
    username: 'Choose a username.',
    displayName: 'Enter the name visitors will see.',
    password: `Use at least ${passwordCharacters} characters.`,
  });
});
checking('is complete with all three', () => {
  assert.equal(checkAccount(good), {});
});
checking('takes no name of spaces, and no password that is one character short', () => {
  const errors = checkAccount({ username: ' ', displayName: '\t', password: good.password.slice(1) });
  assert.equal(Object.keys(errors), ['username', 'displayName', 'password']);
});
checking('is sent without the spaces around names; a password is kept as typed', () => {
  assert.equal(toAccount({ username: ' maria ', displayName: ' Maria  ', password: ' secret words ' }), {
    username: 'maria',
    displayName: 'Maria',
    password: ' secret words ',
  });
});
checking.run();

const refusing = suite('a refusal of the account');
refusing('is shown beside its field', () => {
  assert.is(toField({ code: 'USERNAME_TAKEN', pointer: undefined }), 'username');
  assert.is(toField({ code: 'REQUEST_INVALID', pointer: '/displayName' }), 'displayName');
});
refusing('is shown above the form where it concerns none of its fields', () => {
  assert.is(toField({ code: 'REQUEST_INVALID', pointer: '/token' }), undefined);
  assert.is(toField({ code: 'UNREACHABLE', pointer: undefined }), undefined);
});
refusing.run();
