import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const reasons = suite<{ test: TestApp }>('/api/status-reasons');
reasons.before.each(async (context) => void (context.test = await openTestApp()));
reasons.after.each(({ test }) => test.close());

reasons('are put, listed by name, renamed and deleted', async ({ test }) => {
  const lunch = { statusReasonId: 'lunch', name: 'Lunch' };
  assert.equal((await test.rest('PUT', '/api/status-reasons/lunch', { name: 'Lunch' })).json(), lunch);
  await test.rest('PUT', '/api/status-reasons/b', { name: 'Break' });
  const break_ = { statusReasonId: 'b', name: 'Break' };
  assert.equal((await test.rest('GET', '/api/status-reasons')).json(), [break_, lunch]);
  await test.rest('PUT', '/api/status-reasons/b', { name: 'Training' });
  assert.is((await test.rest('DELETE', '/api/status-reasons/lunch')).statusCode, 204);
  assert.equal((await test.rest('GET', '/api/status-reasons')).json(), [{ ...break_, name: 'Training' }]);
  const again = (await test.rest('DELETE', '/api/status-reasons/lunch')).json();
  assert.is(again.code, 'STATUS_REASON_NOT_FOUND');
});
reasons('have a name, and an upper limit', async ({ test }) => {
  const refused = (await test.rest('PUT', '/api/status-reasons/a', { name: '' })).json();
  assert.equal([refused.code, refused.pointer], ['REQUEST_INVALID', '/name']);
  for (let index = 0; index < limits.statusReasons; index += 1)
    await test.rest('PUT', `/api/status-reasons/r${index}`, { name: `Reason ${index}` });
  const beyond = (await test.rest('PUT', '/api/status-reasons/more', { name: 'More' })).json();
  assert.is(beyond.code, 'STATUS_REASON_LIMIT_REACHED');
  assert.is((await test.rest('PUT', '/api/status-reasons/r0', { name: 'Renamed' })).statusCode, 200);
});
reasons.run();
