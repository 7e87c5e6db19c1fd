import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const retention = suite<{ test: TestApp }>('/api/retention');
retention.before.each(async (context) => void (context.test = await openTestApp()));
retention.after.each(({ test }) => test.close());

retention('is off by default, and keeps what administrators choose', async ({ test }) => {
  assert.equal((await test.rest('GET', '/api/retention')).json(), { days: null });
  assert.equal((await test.rest('PUT', '/api/retention', { days: 30 })).json(), { days: 30 });
  assert.equal((await test.rest('GET', '/api/retention')).json(), { days: 30 });
  for (const days of [0, 1.5, 'soon']) {
    const { code, pointer } = (await test.rest('PUT', '/api/retention', { days })).json();
    assert.equal([code, pointer], ['REQUEST_INVALID', '/days'], String(days));
  }
  const { cookie } = await test.createAgent('bob');
  const refused = await test.inject({ method: 'GET', url: '/api/retention', headers: { cookie } });
  assert.is(refused.json().code, 'NOT_ALLOWED');
});
retention.run();
