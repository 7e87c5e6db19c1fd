import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AgentAccount } from '../../../service/auth/agent-account.js';
import { EndedSessions } from '../../../service/auth/ended-sessions.js';

const account = (hashes: string[], disabled = false): AgentAccount => ({
  username: 'ada',
  displayName: 'Ada',
  role: 'agent',
  queues: [],
  maxChats: 1,
  pictureUrl: '',
  disabled,
  passwordHash: '',
  sessions: hashes.map((hash) => ({ hash, until: 1 })),
});

const none = { ended: [], isAll: false };

const ended = suite('EndedSessions');
ended('detects which changes of an account end sessions', () => {
  const sessions = new EndedSessions();
  for (const hashes of [[], ['x'], ['x', 'y']]) assert.equal(sessions.note('a1', account(hashes)), none);
  assert.equal(sessions.note('a1', account(['y', 'z'])), { ended: ['x'], isAll: false });
  assert.equal(sessions.note('a1', account([])), { ended: ['y', 'z'], isAll: true });
  assert.equal(sessions.note('a1', account([])), none);
});
ended('ends all sessions of an account that is disabled or deleted', () => {
  const sessions = new EndedSessions();
  sessions.note('a1', account(['x']));
  assert.equal(sessions.note('a1', account(['x'], true)), { ended: ['x'], isAll: true });
  sessions.note('a2', account(['x']));
  assert.equal(sessions.note('a2', null), { ended: ['x'], isAll: true });
  assert.equal(sessions.note('a2', account(['x'])), none);
});
ended('reports nothing for accounts that it has not seen', () => {
  assert.equal(new EndedSessions().note('a1', account(['x'])), none);
  assert.equal(new EndedSessions().note('a1', null), { ended: [], isAll: true });
});
ended.run();
