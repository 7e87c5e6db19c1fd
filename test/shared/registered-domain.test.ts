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

for (const [text, says, suggestion] of [
  ['', 'Start with https://.'],
  ['shop.example', 'Start with https://. Did you mean https://shop.example?', 'https://shop.example'],
  ['www.Shop.example/chat', 'Start with https://.', 'https://www.shop.example'],
  ['shop.example:8443', 'Start with https://.', 'https://shop.example:8443'],
  ['//shop.example', 'Start with https://.', 'https://shop.example'],
  ['ftp://shop.example', 'Start with https://.', 'https://shop.example'],
  ['http://shop.example', 'Start with https://. Only localhost works with http://.', 'https://shop.example'],
  ['http://192.168.0.1', 'Start with https://. Only localhost works with http://.', 'https://192.168.0.1'],
  ['https://shop.example/path', 'Leave out everything after the domain.', 'https://shop.example'],
  ['https://shop.example?query', 'Leave out everything after the domain.', 'https://shop.example'],
  ['https://shop.example#hash', 'Leave out everything after the domain.', 'https://shop.example'],
  ['http://localhost:3000/shop', 'Leave out everything after the domain.', 'http://localhost:3000'],
  ['https://user@shop.example', 'Leave out the user name.'],
  ['https://*', 'Use * only at the start: https://*.shop.example.'],
  ['https://*.com', 'Name a domain after the *'],
  ['https://*.192.0.2.1', 'An IP address has no subdomains'],
  ['https://shop.*.example', 'Use * only at the start'],
  ['https://*shop.example', 'Use * only at the start'],
  ['*.shop.example', 'Start with https://.', 'https://*.shop.example'],
  ['https://shop.example.', 'Leave out the dot at the end.', 'https://shop.example'],
  ['https://shop example', 'That isn’t a valid address.'],
  ['https://shop.example:99999', 'That isn’t a valid address.'],
  ['https://', 'That isn’t a valid address.'],
  ['null', 'Start with https://.'],
] as const)
  parse(`refuses ${JSON.stringify(text)}, says why, and suggests only what it would accept`, () => {
    const parsed = parseRegisteredDomain(text);
    assert.not.ok(parsed.ok);
    if (parsed.ok) return;
    assert.ok(parsed.reason.startsWith(says), parsed.reason);
    assert.is(parsed.suggestion, suggestion);
    if (parsed.suggestion) assert.ok(parseRegisteredDomain(parsed.suggestion).ok);
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
allowed('allows nothing if no domain is registered', () =>
  assert.not.ok(isOriginAllowed('https://shop.example', [])),
);
allowed.run();
