import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultLimits } from '../../service/limits/limit-settings.js';
import { readSettings, SettingsError } from '../../service/settings.js';

const refusal = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    assert.instance(error, SettingsError);
    return (error as Error).message;
  }
  return '';
};

const settings = suite('readSettings');
settings('needs nothing set', () => {
  const { port, host, publicUrl, adminToken, logLevel, trustProxy, dataDir } = readSettings({});
  assert.equal(
    [port, host, publicUrl, adminToken, logLevel, trustProxy],
    [8080, 'localhost', 'http://localhost:8080', null, 'info', false],
  );
  assert.ok(dataDir.endsWith('/data'));
});
settings('logs only warnings and errors on a terminal, unless told otherwise', () => {
  assert.is(readSettings({}, { isTerminal: true }).logLevel, 'warn');
  assert.is(readSettings({ LOG_LEVEL: 'debug' }, { isTerminal: true }).logLevel, 'debug');
});
settings('treats an empty variable as unset', () => {
  assert.is(readSettings({ PORT: '', HOST: '' }).port, 8080);
});
settings('derives the public URL from host and port, also for an IPv6 address', () => {
  assert.is(readSettings({ HOST: '::1', PORT: '3000' }).publicUrl, 'http://[::1]:3000');
  assert.is(readSettings({ PUBLIC_URL: 'https://Chat.Example/' }).publicUrl, 'https://chat.example');
});
settings('trusts the configured proxies, and no further hops', () => {
  assert.equal(readSettings({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy, [
    '10.0.0.1',
    '10.1.0.0/16',
  ]);
  const trust = readSettings({ TRUST_PROXY: '1' }).trustProxy as (address: string, hop: number) => boolean;
  assert.equal([trust('10.0.0.1', 0), trust('10.0.0.2', 1)], [true, false]);
});
settings(
  'moves clients for five seconds where other processes can serve them, or as long as it is told',
  () => {
    const database = { DATABASE_URL: 'postgres://db/chat' };
    assert.is(readSettings({}).drainSeconds, 0);
    assert.is(readSettings(database).drainSeconds, 5);
    assert.is(readSettings({ ...database, DRAIN_SECONDS: '30' }).drainSeconds, 30);
  },
);
settings('takes a database of one host or of several, or none', () => {
  assert.is(readSettings({}).databaseUrl, null);
  for (const url of [
    'postgres://db/chat',
    'postgresql://ada:s%40crt@one:5432,[::1]:5433/chat?sslmode=require',
  ])
    assert.is(readSettings({ DATABASE_URL: url }).databaseUrl, url);
});
settings('names DATABASE_URL where it is malformed, and does not show a password in it', () => {
  const message = refusal({ DATABASE_URL: 'mysql://ada:secret@db/chat' });
  assert.match(message, /^DATABASE_URL is malformed: it takes a URL/);
  assert.not.match(message, 'secret');
});
settings('takes an address for listening only beside a database, and does not show a password in it', () => {
  const environment = { DATABASE_URL: 'postgres://pooler/chat', DATABASE_LISTEN_URL: 'postgres://db/chat' };
  assert.is(readSettings(environment).databaseListenUrl, 'postgres://db/chat');
  assert.is(readSettings({}).databaseListenUrl, null);
  assert.match(
    refusal({ DATABASE_LISTEN_URL: 'postgres://db/chat' }),
    /^DATABASE_LISTEN_URL is set, but takes/,
  );
  const message = refusal({ ...environment, DATABASE_LISTEN_URL: 'mysql://ada:secret@db/chat' });
  assert.match(message, /^DATABASE_LISTEN_URL is malformed: it takes a URL/);
  assert.not.match(message, 'secret');
});
for (const [name, value] of [
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['HOST', 'not a host'],
  ['PUBLIC_URL', 'chat.example'],
  ['PUBLIC_URL', 'https://chat.example/path'],
  ['PUBLIC_URL', 'ftp://chat.example'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'everyone'],
  ['TRUST_PROXY', '10.0.0.0/64'],
  ['DRAIN_SECONDS', '-1'],
  ['DRAIN_SECONDS', '601'],
  ['FILES_WITH_MACROS', 'yes'],
  ['MAX_SOCKETS_PER_ADDRESS', '0'],
  ['MAX_SOCKETS_PER_ADDRESS', '-1'],
  ['MAX_STARTS_PER_WIDGET', '1000001'],
  ['MAX_UPLOAD_MIB_PER_ADDRESS', 'none'],
] as const) {
  settings(`refuses ${name}=${value} with one line that names it, its value and what it accepts`, () => {
    const line = refusal({ [name]: value });
    assert.match(line, new RegExp(`^${name} is "`));
    assert.ok(line.includes(JSON.stringify(value)) && line.includes('takes'));
    assert.not.match(line, /\n/);
  });
}
settings("uses the documented limits by default, and the operator's otherwise", () => {
  assert.equal(readSettings({}).limits, defaultLimits);
  const changed = readSettings({ MAX_CHATS_PER_ADDRESS: '7', MAX_STARTS_PER_ADDRESS: 'off' }).limits;
  assert.equal(changed, { ...defaultLimits, chatsPerAddress: 7, startsPerAddress: null });
});
for (const host of ['0.0.0.0', '::', '0', '00.0.0.0', '0:0:0:0:0:0:0:0', '::ffff:0.0.0.0'])
  settings(`refuses HOST=${host} without PUBLIC_URL with one line that tells what to set`, () => {
    const line = refusal({ HOST: host });
    assert.match(line, /^HOST is ".*set PUBLIC_URL to .*https:\/\/chat\.example\.com/);
    assert.not.match(line, /\n/);
    const { publicUrl } = readSettings({ HOST: host, PUBLIC_URL: 'https://chat.example' });
    assert.is(publicUrl, 'https://chat.example');
  });
for (const url of ['http://0.0.0.0:8080', 'http://[::]'])
  settings(`refuses PUBLIC_URL=${url}, which no browser can open`, () => {
    assert.match(refusal({ PUBLIC_URL: url }), /^PUBLIC_URL is .* takes an address that browsers can open/);
  });
settings('refuses a short ADMIN_TOKEN without repeating it', () => {
  const line = refusal({ ADMIN_TOKEN: 'too-short-secret' });
  assert.match(line, /^ADMIN_TOKEN has 16 characters, but takes 32/);
  assert.not.match(line, /too-short-secret/);
});
settings('explains that Redis is not supported', () => {
  assert.match(refusal({ REDIS_URL: 'redis://localhost' }), /^REDIS_URL is set/);
});
settings.run();
