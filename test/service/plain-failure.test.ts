import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainFailure } from '../../service/plain-failure.js';

const failures = suite('plainFailure');
const system = (code: string, members: object = {}): Error =>
  Object.assign(new Error(`${code}: something, open '/x'`), { code, ...members });

failures('tells an operator what to do about a system error', () => {
  assert.match(plainFailure(system('EMFILE')), 'ulimit -n');
  assert.match(plainFailure(system('EADDRINUSE', { address: '::1', port: 80 })), '::1, port 80 is in use');
  assert.match(plainFailure(system('EACCES', { path: '/data' })), '/data may not be read or written');
  assert.match(plainFailure(system('EACCES', { address: '::1', port: 80 })), 'Set PORT');
  assert.match(plainFailure(system('ENOTFOUND', { hostname: 'nowhere' })), 'nowhere');
  assert.match(plainFailure(system('EROFS', { path: '/data' })), '/data');
});
failures('is one line, whatever was thrown', () => {
  assert.is(plainFailure(new Error('first\n  second\n')), 'first second');
  assert.is(plainFailure('text'), 'text');
  assert.is(plainFailure(undefined), 'undefined');
  assert.is(plainFailure({}), 'an unknown error');
});
failures.run();
