import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sharedSuffixOf } from '../../../service/widget/shared-suffix.js';
import { parseRegisteredDomain } from '../../../shared/registered-domain.js';
import { openTestApp } from '../../support/test-app.js';

const suffixes = suite('sharedSuffixOf');
for (const [domain, suffix] of [
  ['https://*.co.uk', 'co.uk'],
  ['https://*.CO.UK:8443', 'co.uk'],
  ['https://*.公司.cn', 'xn--55qx5d.cn'],
  ['https://*.xn--55qx5d.cn', 'xn--55qx5d.cn'],
  ['https://*.kawasaki.jp', 'kawasaki.jp'],
  ['https://*.github.io', 'github.io'],
  ['https://*.s3.amazonaws.com', 's3.amazonaws.com'],
  ['https://*.shop.co.uk', null],
  ['https://*.shop.example', null],
  ['https://*.shop.github.io', null],
  ['https://*.corp.internal', null],
  ['http://*.localhost', null],
  ['https://co.uk', null],
] as const)
  suffixes(`${domain} is ${suffix === null ? 'not a whole suffix' : `the whole of ${suffix}`}`, () => {
    const parsed = parseRegisteredDomain(domain);
    assert.ok(parsed.ok);
    assert.is(parsed.ok && sharedSuffixOf(parsed.domain), suffix);
  });
for (const domain of ['https://*.com', 'https://*.рф', 'https://*.xn--p1ai'])
  suffixes(`${domain} is refused at parsing, because it has no domain before the suffix`, () => {
    assert.is(parseRegisteredDomain(domain).ok, false);
  });
suffixes('refuses a widget with a whole suffix, and names the domain', async () => {
  const test = await openTestApp();
  const widgetId = await test.createWidget();
  const domains = ['https://shop.example', 'https://*.co.uk'];
  for (const refused of [
    await test.rest('PATCH', `/api/widgets/${widgetId}`, { domains }),
    await test.rest('POST', '/api/widgets', { name: 'Shop', domains }),
  ]) {
    const { code, pointer, message } = refused.json();
    assert.equal([refused.statusCode, code, pointer], [400, 'DOMAIN_INVALID', '/domains/1']);
    assert.match(message, 'co.uk');
  }
  await test.close();
});
suffixes.run();
