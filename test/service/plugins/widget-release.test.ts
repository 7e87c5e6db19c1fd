import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepRelease, readWidgetRelease } from '../../../service/plugins/widget-release.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const built = fileURLToPath(new URL('../../../dist/public/', import.meta.url));

const reading = suite('readWidgetRelease');
reading('hashes every script, and names the release by their content', async () => {
  const release = await readWidgetRelease(built, '1.2.3');
  assert.match(release.version, /^1\.2\.3-[0-9a-f]{10}$/);
  assert.is(release.entry.path, 'connect-chat-widget.js');
  assert.ok(release.scripts.length > 10);
  for (const { path, hash } of [release.entry, ...release.scripts])
    assert.is(
      hash,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(built, path)))
        .digest('base64')}`,
    );
  assert.equal(await readWidgetRelease(built, '1.2.3'), release);
});
reading('gives another version to other scripts of the same release', async () => {
  const folder = temporaryFolder();
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, 'connect-chat-widget.js'), 'export {};');
  const [one, other] = await Promise.all([built, folder].map((each) => readWidgetRelease(each, '1.2.3')));
  assert.is.not(one!.version, other!.version);
});
reading.run();

const keeping = suite('keepRelease');
keeping('copies a release as a whole, also where several processes do so at once', async () => {
  const releases = temporaryFolder();
  const release = await readWidgetRelease(built, '1.2.3');
  await Promise.all([1, 2, 3].map(() => keepRelease(release, { from: built, releases })));
  await keepRelease(release, { from: built, releases });
  assert.equal(readdirSync(releases), [release.version]);
  for (const { path } of [release.entry, ...release.scripts])
    for (const form of ['', '.br', '.gz'])
      assert.equal(
        readFileSync(join(releases, release.version, path + form)),
        readFileSync(join(built, path + form)),
      );
});
keeping('leaves nothing behind if it fails', async () => {
  const releases = temporaryFolder();
  const release = await readWidgetRelease(built, '1.2.3');
  const failed = await keepRelease(release, { from: temporaryFolder(), releases }).then(
    () => false,
    () => true,
  );
  assert.ok(failed);
  assert.equal(readdirSync(releases), []);
});
keeping.run();
