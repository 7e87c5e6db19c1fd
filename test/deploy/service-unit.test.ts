import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findTool, toolMissing } from '../../scripts/deploy-tools.mjs';

const file = fileURLToPath(new URL('../../deploy/connect-chat.service', import.meta.url));
const analyse = (...words: string[]) => {
  const tool = findTool('systemd-analyze');
  if (!tool) throw new Error(toolMissing('systemd-analyze'));
  return spawnSync(tool, [...words, file], { encoding: 'utf8' });
};

const unit = suite('the systemd unit');
unit('has an exposure of 2.0 at most', () => {
  const { status, stdout, stderr } = analyse('security', '--offline=true', '--no-pager', '--threshold=20');
  assert.is(status, 0, stdout + stderr);
  const [, level] = /Overall exposure level for [^:]+: ([\d.]+)/.exec(stdout)!;
  assert.ok(Number(level) <= 2, stdout);
});
unit('has no setting that systemd does not know', () => {
  const { stderr } = analyse('verify', '--man=no');
  assert.equal(
    stderr.split('\n').filter((line) => /Unknown|Failed to parse|ignoring/i.test(line)),
    [],
  );
});
unit('starts the package where its comment installs it, with the flags of npm start', () => {
  const text = readFileSync(file, 'utf8');
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  const [, flag] = /^node (\S+) scripts\/start\.mjs$/.exec(scripts.start)!;
  assert.match(text, `node ${flag} /opt/connect-chat/node_modules/connect-chat/scripts/start.mjs`);
  assert.match(text, 'npm install --prefix /opt/connect-chat');
});
unit.run();
