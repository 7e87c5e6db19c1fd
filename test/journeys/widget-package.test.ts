import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeWidgetPackage } from '../../scripts/widget-package.mjs';
import { acceptNext, agentAtWork, heardBy } from '../support/agent-at-work.js';
import { openBrowser } from '../support/open-browser.js';
import { hear, openPage, say } from '../support/people.js';
import { serveFolder } from '../support/serve-folder.js';
import { createService } from '../support/service-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The bundler of the website, which this project does not have. */
const vite = 'vite@8.4.0';

const run = (folder: string, program: string, ...words: string[]): string =>
  execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const npm = (folder: string, ...words: string[]): string =>
  run(folder, 'npm', ...words, '--no-audit', '--no-fund', '--loglevel=error');

const main = (serviceUrl: string, widgetId: string): string => `
import 'connect-chat-widget';
import type { ConnectChatWidget, TranscriptItem } from 'connect-chat-widget';

const chat: ConnectChatWidget = document.createElement('connect-chat-widget');
chat.serviceUrl = ${JSON.stringify(serviceUrl)};
chat.widgetId = ${JSON.stringify(widgetId)};
chat.customerName = 'Cleo';
chat.customization = { texts: { title: 'Ask the bakery' } };
chat.addEventListener('connect-chat-message', ({ detail }) => {
  const item: TranscriptItem = detail;
  document.title = item.content ?? '';
});
document.body.append(chat);
`;

interface Shop {
  folder: string;
  installed: string;
}
const widget = suite<Shop>("the widget's package");
widget.before(async (shop) => {
  shop.folder = temporaryFolder();
  const built = join(shop.folder, 'built');
  await writeWidgetPackage(built);
  const [{ filename }] = JSON.parse(npm(built, 'pack', '--json', '--pack-destination', shop.folder)) as [
    { filename: string },
  ];
  writeFileSync(join(shop.folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(shop.folder, 'install', '--prefer-offline', vite, `./${filename}`);
  shop.installed = join(shop.folder, 'node_modules/connect-chat-widget');
});

widget('says what it exports, and under which licence', ({ installed }) => {
  const description = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
    types: string;
    customElements: string;
    sideEffects: string[];
    exports: Record<string, string | Record<string, string>>;
  };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.is(description.version, version);
  assert.is(description.license, 'MIT');
  const files = Object.values(description.exports).flatMap((each) =>
    typeof each === 'string' ? [each] : Object.values(each),
  );
  for (const file of [...files, description.types, description.customElements, ...description.sideEffects])
    assert.ok(existsSync(join(installed, file)), file);
  for (const file of ['LICENSE', 'README.md']) assert.ok(existsSync(join(installed, file)), file);
  assert.not.ok(existsSync(join(installed, 'node_modules')), 'Lit is shared');
  const { modules } = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8')) as {
    modules: { path: string }[];
  };
  for (const { path } of modules) assert.ok(existsSync(join(installed, path)), path);
});
widget('may be imported on a server, where it does nothing', ({ folder }) => {
  const code = `
    const known = Object.getOwnPropertyNames(globalThis);
    const { ConnectChatWidget } = await import('connect-chat-widget');
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name));
    // Lit's own build for servers adds these.
    const ofLit = /^lit|Versions$|^customElements$/;
    console.log(typeof ConnectChatWidget, added.filter((name) => !ofLit.test(name)).join());`;
  assert.is(run(folder, process.execPath, '--input-type=module', '-e', code).trim(), 'function');
});
widget('has types for all that a page uses, and needs no other library for them', ({ folder }) => {
  const source = join(folder, 'typed');
  mkdirSync(source);
  writeFileSync(join(source, 'main.ts'), main('https://chat.example', 'w1'));
  const options = '--strict --noEmit --target es2022 --module esnext --moduleResolution bundler'.split(' ');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const types = ['--lib', 'es2022,dom,dom.iterable', '--typeRoots', source];
  run(source, process.execPath, compiler, ...options, ...types, 'main.ts');
});
widget('is bundled by Vite into a page on which a visitor chats', async ({ folder }) => {
  const service = await createService();
  await service.start();
  const browser = await openBrowser();
  const site = await serveFolder(join(folder, 'dist'));
  try {
    const { widgetId } = (
      await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
        name: 'Shop',
        domains: [site.origin],
      })
    ).body;
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:," /></head><body><script type="module" src="/main.ts"></script></body></html>',
    );
    writeFileSync(join(folder, 'main.ts'), main(service.url, widgetId));
    run(folder, join(folder, 'node_modules/.bin/vite'), 'build', '--logLevel', 'warn');
    const scripts = readdirSync(join(folder, 'dist/assets'));
    assert.ok(
      scripts.some((file) => file.startsWith('open-chat-')),
      'the open chat is a script of its own',
    );

    const agent = await agentAtWork(service);
    const { page, problems } = await openPage(browser, site.origin);
    await page.getByRole('button', { name: 'Start chat' }).click();
    await page.getByRole('dialog', { name: 'Ask the bakery' }).waitFor();
    await say(page, 'Hello from a bundle');
    const contactId = await acceptNext(agent);
    await heardBy(agent, contactId, ['Hello from a bundle']);
    await agent.send(contactId, 'Hello from the agent');
    await hear(page, 'Hello from the agent');
    await page.waitForFunction(() => document.title === 'Hello from the agent');
    assert.equal(problems, []);
    agent.destroy();
  } finally {
    await browser.close();
    await site.close();
    await service.stop('SIGKILL');
  }
});
widget.run();
