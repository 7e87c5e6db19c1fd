import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { databaseUrls } from '../../service/database-url.js';

const urls = suite('databaseUrls');
urls('gives a URL a host, in their order', () => {
  assert.equal(databaseUrls('postgresql://ada:s%40crt@one:5432,two,[::1]:5433/chat?sslmode=require'), [
    'postgres://ada:s%40crt@one:5432/chat?sslmode=require',
    'postgres://ada:s%40crt@two/chat?sslmode=require',
    'postgres://ada:s%40crt@[::1]:5433/chat?sslmode=require',
  ]);
  assert.equal(databaseUrls('postgres://db/chat'), ['postgres://db/chat']);
});
urls('leaves out what this program decides itself', () => {
  assert.equal(databaseUrls('postgres://one,two/chat?target_session_attrs=read-write'), [
    'postgres://one/chat',
    'postgres://two/chat',
  ]);
});
urls('takes a folder with a socket', () => {
  assert.equal(databaseUrls('postgres:///chat?host=/run/postgresql'), [
    'postgres:///chat?host=%2Frun%2Fpostgresql',
  ]);
});
for (const text of [
  '',
  'db/chat',
  'mysql://db/chat',
  'postgres://',
  'postgres://db',
  'postgres://db/',
  'postgres:///chat',
  'postgres://db:port/chat',
  'postgres://one,,two/chat',
  'postgres://db:99999/chat',
])
  urls(`takes no ${JSON.stringify(text)}`, () => assert.is(databaseUrls(text), null));
urls.run();
