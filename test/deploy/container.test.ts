import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const dockerfile = read('Dockerfile');
const instructions = DockerfileParser.parse(dockerfile)
  .getInstructions()
  .map((each) => each.getTextContent());

const image = suite('the Dockerfile');
image('passes a linter', () => {
  const problems = validate(dockerfile, { instructionWorkdirRelative: ValidationSeverity.WARNING });
  assert.equal(
    problems.map(({ message }) => message),
    [],
  );
});
image('ends in a stage without build tools, which runs as another user than root', () => {
  const last = instructions.slice(instructions.findLastIndex((each) => each.startsWith('FROM')));
  assert.equal(
    last.filter((each) => /^RUN .*npm|^COPY (?!--from=build)/.test(each)),
    [],
  );
  assert.ok(last.includes('USER node'));
  assert.ok(last.some((each) => each.startsWith('HEALTHCHECK')));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
  const words = JSON.stringify(scripts.start.split(' ')).replaceAll(',', ', ');
  assert.is(last.at(-1), `ENTRYPOINT ${words}`);
});
image('copies no file of an image that changes without notice', () => {
  const images = instructions.filter((each) => each.startsWith('FROM'));
  for (const each of images) assert.match(each, /^FROM node:\d+-\w+-slim( AS build)?$/);
});
image('gets every source of the build, and nothing else', () => {
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const [, list] = /const sources = \[([^\]]+)\]/.exec(read('scripts/build.mjs'))!;
  const sources = [...list!.matchAll(/'([^']+)'/g)].map(([, path]) => path!.split('/')[0]!);
  assert.equal(
    sources.filter((name) => !allowed.includes(name)),
    [],
  );
  const there = readdirSync(fileURLToPath(new URL('../..', import.meta.url)));
  assert.equal(
    allowed.filter((name) => !there.includes(name)),
    [],
  );
});
image.run();

interface Compose {
  services: Record<
    string,
    {
      build?: string;
      image?: string;
      read_only?: boolean;
      cap_drop?: string[];
      security_opt?: string[];
      environment?: Record<string, string | number>;
      volumes?: string[];
      depends_on?: Record<string, object>;
    }
  >;
  volumes: Record<string, unknown>;
}
const compose = suite('the compose files');
for (const file of ['compose.yaml', 'deploy/compose.several.yaml'])
  compose(`${file}: every process has a read-only root, no rights, and known volumes`, () => {
    const { services, volumes } = parse(read(file), { merge: true }) as Compose;
    const chats = Object.entries(services).filter(([, { build }]) => build !== undefined);
    assert.is(chats.length, file === 'compose.yaml' ? 1 : 3);
    for (const [name, service] of chats) {
      assert.is(service.read_only, true, name);
      assert.equal(service.cap_drop, ['ALL'], name);
      assert.equal(service.security_opt, ['no-new-privileges:true'], name);
      assert.ok(service.environment?.PUBLIC_URL, name);
    }
    for (const service of Object.values(services)) {
      const used = (service.volumes ?? []).map((each) => each.split(':')[0]!);
      for (const name of used) assert.ok(name.startsWith('./') || Object.hasOwn(volumes, name), name);
      for (const name of Object.keys(service.depends_on ?? {})) assert.ok(services[name], name);
    }
  });
compose('the processes behind the proxy share a database, and trust one proxy', () => {
  const { services } = parse(read('deploy/compose.several.yaml'), { merge: true }) as Compose;
  const { environment } = services.proxy!;
  const targets = [...read('deploy/haproxy.cfg').matchAll(/\$\{(CHAT_\w+)\}/g)].map(([, name]) => name!);
  for (const name of targets) assert.ok(environment?.[name], name);
  for (const name of ['one', 'two', 'three']) {
    assert.ok(Object.values(environment!).includes(`${name}:8080`), name);
    assert.is(services[name]!.environment!.TRUST_PROXY, 1);
    assert.match(String(services[name]!.environment!.DATABASE_URL), '@database/connect_chat');
  }
});
compose.run();
