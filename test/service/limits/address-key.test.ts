import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addressKey } from '../../../service/limits/address-key.js';

const key = suite('addressKey');
key('is the address itself for IPv4', () => {
  assert.is(addressKey('192.0.2.7'), '192.0.2.7');
});
key('is the same for all ways to write an IPv4 address as IPv6', () => {
  for (const address of [
    '::ffff:192.0.2.7',
    '::FFFF:192.0.2.7',
    '::ffff:c000:207',
    '0:0:0:0:0:ffff:c000:0207',
  ])
    assert.is(addressKey(address), '192.0.2.7', address);
});
key('is the /64 for IPv6, however the address is written', () => {
  const same = [
    '2001:db8:0:5::1',
    '2001:0DB8:0000:0005:ffff:1:2:3',
    '2001:db8::5:0:0:0:1',
    '2001:db8:0:5::192.0.2.7',
  ];
  for (const address of same) assert.is(addressKey(address), '2001:db8:0:5::/64', address);
  assert.is(addressKey('2001:db8:0:6::1'), '2001:db8:0:6::/64');
});
key('ignores a zone', () => {
  assert.is(addressKey('fe80::1%eth0'), 'fe80:0:0:0::/64');
});
key('distinguishes the loopback and the unspecified address from IPv4', () => {
  assert.is(addressKey('::1'), '0:0:0:0::/64');
  assert.is(addressKey('::'), '0:0:0:0::/64');
});
key('is empty if the client has no address', () => {
  assert.is(addressKey(undefined), '');
});
key('keeps text that is no address, up to a limit', () => {
  assert.is(addressKey(''), '');
  assert.is(addressKey('x'.repeat(5000)).length, 64);
});
key.run();
