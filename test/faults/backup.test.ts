import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChatSession } from '../../client/chat-session.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { createAgent } from '../support/people.js';
import { createAgentProgram, createVisitor, until } from '../support/programs.js';
import { runCommand } from '../support/run-command.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const chats = 20;

const backups = suite<{ service: ServiceProcess; folder: string }>('connect-chat backup and restore');
backups.before.each(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.folder = join(temporaryFolder(), 'backup');
});
backups.after.each(({ service }) => service.stop('SIGKILL').then(() => undefined));

const widgetOf = async (service: ServiceProcess): Promise<string> =>
  (await service.rest<{ widgetId: string }[]>('GET', '/api/widgets')).body[0]!.widgetId;
async function itemsOf(service: ServiceProcess, contactId: string): Promise<TranscriptItem[]> {
  const path = `/api/contacts/${contactId}/transcript`;
  return (await service.rest<{ items: TranscriptItem[] }>('GET', path)).body.items;
}
const contents = (items: readonly TranscriptItem[]): (string | null)[] => items.map(({ content }) => content);

/** Sends messages one after the other until the end; returns the last one that was acknowledged. */
function talk(visitor: ChatSession): { last: () => TranscriptItem | undefined; end: () => Promise<void> } {
  let last: TranscriptItem | undefined;
  let isOver = false;
  const done = (async () => {
    for (let turn = 0; !isOver; turn += 1) last = await visitor.send(`message ${turn}`);
  })();
  return {
    last: () => last,
    end() {
      isOver = true;
      return done;
    },
  };
}

backups(
  'contains everything acknowledged before it, and no partial chat, although chats continue',
  async ({ service, folder }) => {
    const widgetId = await widgetOf(service);
    const visitors = Array.from({ length: chats }, (_, index) =>
      createVisitor(service, widgetId, `Visitor ${index}`),
    );
    await Promise.all(visitors.map((visitor) => visitor.start()));
    const talks = visitors.map(talk);
    await Promise.all(visitors.map((visitor) => visitor.send('before')));
    const acknowledged = talks.map(({ last }) => last()!);
    const { code, printed } = await runCommand(service.dataDir, 'backup', folder);
    assert.is(
      printed.replace(/\(.*\)/, '()'),
      `Backed up ${chats} contacts and 0 attachments () to ${folder}.`,
    );
    assert.is(code, 0);
    await Promise.all(talks.map(({ end }) => end()));

    const dataDir = join(temporaryFolder(), 'data');
    assert.is((await runCommand(dataDir, 'restore', folder)).code, 0);
    const again = await createService({ DATA_DIR: dataDir });
    await again.start();
    for (const [index, { contactId }] of visitors.entries()) {
      const [then, now] = [await itemsOf(again, contactId!), await itemsOf(service, contactId!)];
      assert.equal(then, now.slice(0, then.length), 'a prefix of the present transcript');
      assert.ok(then.at(-1)!.seq >= acknowledged[index]!.seq, 'everything acknowledged before');
      assert.ok(then.length <= now.length);
    }
    await again.stop('SIGKILL');
    visitors.forEach((visitor) => visitor.destroy());
  },
);

backups(
  'lets a client that knows more than the restored log read it again, and continue',
  async ({ service, folder }) => {
    const visitor = createVisitor(service, await widgetOf(service), 'Cleo');
    const { contactId } = await visitor.start();
    await visitor.send('kept');
    assert.is((await runCommand(service.dataDir, 'backup', folder)).code, 0);
    for (const text of ['lost 1', 'lost 2']) await visitor.send(text);
    await service.stop('SIGKILL');

    const dataDir = join(temporaryFolder(), 'data');
    await runCommand(dataDir, 'restore', folder);
    const again = await createService({ DATA_DIR: dataDir, PORT: new URL(service.url).port });
    await again.start();
    visitor.reconnectNow();
    await visitor.send('after');
    await until(
      () => visitor.items.at(-1)?.content === 'after',
      (changed) => visitor.on('items', changed),
    );
    assert.equal(contents(visitor.items), contents(await itemsOf(again, contactId)));
    assert.ok(!contents(visitor.items).includes('lost 1'));
    await again.stop('SIGKILL');
    visitor.destroy();
  },
);

backups(
  "doesn't confuse a number that the restored log has reached again with the old entry",
  async ({ service, folder }) => {
    await createAgent(service, 'ada');
    const agent = await createAgentProgram(service, 'ada');
    agent.on('change', () => {
      for (const { card, answer } of agent.offers) if (!answer) agent.accept(card.contactId);
    });
    agent.connect();
    await until(
      () => agent.state === 'live',
      (changed) => agent.on('state', changed),
    );
    agent.setStatus('AVAILABLE');
    const visitor = createVisitor(service, await widgetOf(service), 'Cleo');
    const { contactId } = await visitor.start();
    await until(
      () => agent.chats.length === 1,
      (changed) => agent.on('change', changed),
    );
    await visitor.send('kept');
    assert.is((await runCommand(service.dataDir, 'backup', folder)).code, 0);
    for (let index = 0; index < 5; index += 1) await visitor.send(`lost ${index}`);
    await until(
      () => contents(agent.chats[0]!.items).includes('lost 4'),
      (changed) => agent.on('change', changed),
    );
    await service.stop('SIGKILL');

    const dataDir = join(temporaryFolder(), 'data');
    await runCommand(dataDir, 'restore', folder);
    const again = await createService({ DATA_DIR: dataDir, PORT: new URL(service.url).port });
    await again.start();
    // The client that is back first sends so much that the other's number is within the log again.
    visitor.reconnectNow();
    const said = Array.from({ length: 20 }, (_, index) => visitor.send(`new ${index}`));
    await Promise.all(said);
    agent.reconnectNow();
    const all = contents(await itemsOf(again, contactId));
    await until(
      () => contents(agent.chats[0]?.items ?? []).includes('new 19'),
      (changed) => agent.on('change', changed),
    );
    assert.equal(contents(agent.chats[0]!.items), all);
    assert.equal(contents(visitor.items), all);
    await again.stop('SIGKILL');
    visitor.destroy();
    agent.destroy();
  },
);

backups(
  "is not restored to a running service's folder, nor to any that isn't empty",
  async ({ service, folder }) => {
    await runCommand(service.dataDir, 'backup', folder);
    const before = (await readdir(service.dataDir)).sort();
    const { code, printed } = await runCommand(service.dataDir, 'restore', folder);
    assert.is(code, 1);
    const says = `${service.dataDir} is served by a running service. Stop it, and restore into an empty folder.`;
    assert.is(printed, `The backup was not restored: ${says}`);
    assert.equal((await readdir(service.dataDir)).sort(), before);
    assert.is((await fetch(`${service.url}/healthz`)).status, 200);
  },
);

backups('is refused with one plain line and exit code 1', async ({ service, folder }) => {
  for (const [words, says] of [
    [['backup', service.dataDir], `${service.dataDir} is in the data folder itself.`],
    [['backup', '/proc/nowhere'], '/proc/nowhere cannot be made: '],
    [['backup', join(service.dataDir, '../no/where')], 'cannot be made: '],
    [['restore', folder], 'running service'],
    [['copy', folder], '"copy'],
  ] as const) {
    const { code, printed } = await runCommand(service.dataDir, ...words);
    assert.is(code, 1);
    assert.is(printed.split('\n').length, 1, printed);
    assert.ok(printed.includes(says), printed);
  }
  const nowhere = join(temporaryFolder(), 'nowhere');
  const { code, printed } = await runCommand(nowhere, 'backup', folder);
  assert.is(`${code} ${printed}`, `1 The backup was not made: ${nowhere} holds no data of Connect Chat.`);
  assert.not(existsSync(nowhere));
});

backups(
  'uses a socket that only its owner may use, with any length of path, and also after a kill',
  async () => {
    const dataDir = join(temporaryFolder(), 'a-long-name-'.repeat(12), 'data');
    const service = await createService({ DATA_DIR: dataDir });
    for (let start = 0; start < 2; start += 1) {
      await service.start();
      assert.is(statSync(join(dataDir, 'control.sock')).mode & 0o777, 0o600);
      const folder = join(temporaryFolder(), 'backup');
      assert.is((await runCommand(dataDir, 'backup', folder)).code, 0);
      await service.stop('SIGKILL');
    }
  },
);
backups.run();
