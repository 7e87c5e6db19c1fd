import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isOriginAllowed, parseRegisteredDomain } from '../../shared/registered-domain.js';

const parse = suite('parseRegisteredDomain');
for (const [text, domain] of [
  ['https://shop.example', 'https://shop.example'],
  ['https://shop.example/', 'https://shop.example'],
  ['HTTPS://Shop.Example', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['https://shop.example:8443', 'https://shop.example:8443'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://*.shop.example', 'https://*.shop.example'],
  ['https://192.0.2.1', 'https://192.0.2.1'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://shop.localhost', 'http://shop.localhost'],
  ['http://*.localhost:3000', 'http://*.localhost:3000'],
  ['http://127.0.0.1:5500', 'http://127.0.0.1:5500'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])
  parse(`takes ${text}`, () => assert.equal(parseRegisteredDomain(text!), { ok: true, domain }));

for (const [text, says] of [
  ['', 'https://'],
  ['shop.example', 'https://'],
  ['//shop.example', 'https://'],
  ['ftp://shop.example', 'https://'],
  ['http://shop.example', 'localhost only'],
  ['http://192.168.0.1', 'localhost only'],
  ['https://shop.example/path', 'path'],
  ['https://shop.example?query', 'path'],
  ['https://shop.example#hash', 'path'],
  ['https://user@shop.example', 'user name'],
  ['https://*', 'beginning'],
  ['https://*.com', 'domain of its own'],
  ['https://*.192.0.2.1', 'subdomains'],
  ['https://shop.*.example', 'beginning'],
  ['https://*shop.example', 'beginning'],
  ['https://shop.example.', 'dot at the end'],
  ['https://shop example', 'no host'],
  ['https://shop.example:99999', 'no host'],
  ['https://', 'no host'],
  ['null', 'https://'],
])
  parse(`refuses ${JSON.stringify(text)} and says why`, () => {
    const parsed = parseRegisteredDomain(text!);
    assert.not.ok(parsed.ok);
    assert.ok(!parsed.ok && parsed.reason.includes(says!), !parsed.ok ? parsed.reason : '');
  });
parse.run();

const allowed = suite('isOriginAllowed');
const domains = ['https://shop.example', 'https://*.brand.example', 'http://localhost:3000'];
for (const origin of [
  'https://shop.example',
  'https://a.brand.example',
  'https://a.b.brand.example',
  'http://localhost:3000',
])
  allowed(`lets ${origin} in`, () => assert.ok(isOriginAllowed(origin, domains)));
for (const origin of [
  undefined,
  '',
  'null',
  'http://shop.example',
  'https://shop.example:8443',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'https://shop.example/',
  'https://SHOP.example',
  'https://www.shop.example',
  'https://brand.example',
  'https://*.brand.example',
  'https://evilbrand.example',
  'https://.brand.example',
  'http://a.brand.example',
  'https://a.brand.example:8443',
  'http://localhost',
  'https://shop.example, https://evil.example',
  'file://',
])
  allowed(`keeps ${origin} out`, () => assert.not.ok(isOriginAllowed(origin, domains)));
allowed('lets nobody in where nothing is registered', () =>
  assert.not.ok(isOriginAllowed('https://shop.example', [])),
);
allowed.run();
