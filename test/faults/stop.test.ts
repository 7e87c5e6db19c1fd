import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createVisitor, until } from '../support/programs.js';
import { rejectionOf } from '../support/rejection.js';
import { createService } from '../support/service-process.js';

const stops = suite('starting and stopping');

stops('a SIGTERM tells all clients to reconnect, ends within ten seconds, and loses nothing', async () => {
  const service = await createService();
  await service.start();
  const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  const visitor = createVisitor(service, widgets[0]!.widgetId, 'Cleo');
  const { contactId } = await visitor.start();
  const sent = Array.from({ length: 50 }, (_, index) => visitor.send(`message ${index}`));
  await sent[10];
  // A drain that takes too long is cut off after nine seconds, with another exit code.
  assert.is(await service.stop('SIGTERM'), 0);
  await until(
    () => visitor.state === 'reconnecting',
    (changed) => visitor.on('state', changed),
  );
  await service.start();
  visitor.reconnectNow();
  await Promise.all(sent);
  const path = `/api/contacts/${contactId}/transcript`;
  const { items } = (
    await service.rest<{ items: { participantRole: string; type: string; content: string }[] }>('GET', path)
  ).body;
  assert.equal(
    items
      .filter(({ participantRole, type }) => participantRole === 'CUSTOMER' && type === 'MESSAGE')
      .map(({ content }) => content),
    Array.from({ length: 50 }, (_, index) => `message ${index}`),
  );
  visitor.destroy();
  await service.stop('SIGKILL');
});

for (const [what, spoil, says] of [
  ['is not JSON', (text: string) => text.slice(0, -20), 'is not JSON'],
  [
    'has an invalid member',
    (text: string) => text.replace('"language": "en"', '"language": 7'),
    '/value/language',
  ],
] as const)
  stops(
    `a start with a configuration file that ${what} fails in one line, and doesn't change the file`,
    async () => {
      const service = await createService();
      await service.start();
      await service.stop('SIGTERM');
      const file = join(service.dataDir, 'widgets.json');
      const spoiled = spoil(await readFile(file, 'utf8'));
      await writeFile(file, spoiled);
      const { message } = await rejectionOf(service.start());
      assert.ok(message.includes(file) && message.includes(says), message);
      assert.is(service.output().trim().split('\n').length, 1, service.output());
      assert.is(await readFile(file, 'utf8'), spoiled);
    },
  );

for (const [name, value] of [
  ['PORT', 'http'],
  ['PUBLIC_URL', 'shop'],
  ['ADMIN_TOKEN', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'everybody'],
  ['HOST', 'not a host'],
] as const)
  stops(`a start with an invalid ${name} fails in one plain line`, async () => {
    const service = await createService({ [name]: value });
    await rejectionOf(service.start());
    const lines = service.output().trim().split('\n');
    assert.is(lines.length, 1, service.output());
    assert.ok(lines[0]!.includes(name), lines[0]);
  });
stops.run();
