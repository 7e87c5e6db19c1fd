import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser } from 'playwright-core';
import { firstChat } from '../support/first-chat.js';
import { openBrowser } from '../support/open-browser.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Start {
  service: ServiceProcess;
  browser: Browser;
}

const newcomer = suite<Start>('from the set-up link to a first chat');
newcomer.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
});
newcomer.after(async ({ browser, service }) => {
  await browser?.close();
  await service?.stop('SIGKILL');
});

newcomer('each page leads to the next step', async ({ service, browser }) => {
  const setUpLink = /http\S+\/setup\/#\S+/.exec(service.output())![0];
  assert.equal(await firstChat(browser, setUpLink), [
    'open the set-up link',
    'fill in the form',
    'press Create account',
    'press Go available',
    'press Try it',
    'press Start chat',
    'write "Hello"',
    'press Accept',
    'write "Hello, how can I help?"',
  ]);
});
newcomer.run();
