import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { initialsOf } from '../../../widget/elements/initials.js';

const initials = suite('initialsOf');
initials('takes the first letters of the first and the last word', () => {
  assert.is(initialsOf('Ada Byron'), 'AB');
  assert.is(initialsOf('  ada  king   lovelace '), 'AL');
});
initials('takes one letter of one word', () => {
  assert.is(initialsOf('Ada'), 'A');
  assert.is(initialsOf('漢字'), '漢');
});
initials('takes a whole letter where it has two code units', () => {
  assert.is(initialsOf('😀 smile'), '😀S');
});
initials('is empty for an empty name', () => {
  assert.is(initialsOf(''), '');
  assert.is(initialsOf('  '), '');
});
initials.run();
