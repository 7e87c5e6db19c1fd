import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import { acceptNext, agentAtWork, heardBy } from '../support/agent-at-work.js';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, signIn, type Watched } from '../support/people.js';
import { createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Shift {
  service: ServiceProcess;
  browser: Browser;
  widgetId: string;
  /** The agent who takes the chats over. */
  third: AgentSession;
  visitors: ChatSession[];
}

/** Milliseconds within which another agent must have the chats. */
const takenOverWithin = 65_000;
const told = 'We’re connecting you with someone else.';

const shift = suite<Shift>('the chats of an agent who leaves');
shift.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  context.visitors = [];
  const { body } = await context.service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop' });
  context.widgetId = body.widgetId;
});
shift.after(async ({ browser, service, third, visitors }) => {
  third?.destroy();
  visitors.forEach((visitor) => visitor.destroy());
  await browser?.close();
  await service?.stop('SIGKILL');
});

/** An agent at a console with two answered chats. */
async function agentWithTwo(context: Shift, username: string): Promise<Watched & { own: ChatSession[] }> {
  const { browser, service, widgetId, visitors } = context;
  // Two chats are this agent's maximum, so that the next ones go to another agent.
  await createAgent(service, username, 2);
  const watched = await signIn(browser, service, username);
  const own: ChatSession[] = [];
  for (const name of ['One', 'Two'].map((each) => `${username}-${each}`)) {
    const visitor = createVisitor(service, widgetId, name);
    own.push(visitor);
    await visitor.send(`Hello from ${name}`);
    await watched.page.getByRole('button', { name: 'Accept' }).click();
    const chat = watched.page.getByRole('region', { name: `Chat with ${name}` });
    await chat.getByRole('textbox', { name: 'Message' }).fill(`Hello, ${name}`);
    await chat.getByRole('button', { name: 'Send' }).click();
    await heard(visitor, `Hello, ${name}`);
  }
  visitors.push(...own);
  return { ...watched, own };
}

const heard = (visitor: ChatSession, text: string): Promise<void> =>
  until(
    () => visitor.items.some(({ content }) => content === text),
    (changed) => visitor.on('items', changed),
  );
const contents = ({ items }: ChatSession) =>
  items.filter(({ type }) => type === 'MESSAGE').map(({ content }) => content);

/** The third agent accepts both chats. Their visitors were informed, and the transcripts are complete. */
async function takesOver({ third }: Shift, own: readonly ChatSession[]): Promise<void> {
  for (let taken = 0; taken < own.length; taken += 1) await acceptNext(third);
  for (const visitor of own) {
    await heard(visitor, told);
    const { contactId, displayName } = visitor;
    await heardBy(third, contactId!, [`Hello from ${displayName}`]);
    await third.send(contactId!, `I’ll go on, ${displayName}`);
    await heard(visitor, `I’ll go on, ${displayName}`);
    const chat = third.chats.find((each) => each.contactId === contactId)!;
    const said = chat.items.filter(({ type }) => type === 'MESSAGE').map(({ content }) => content);
    assert.equal(said, contents(visitor), 'both sides have the same, each message once');
    assert.ok(said.includes(`Hello, ${displayName}`), 'what the first agent said is kept');
  }
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText("You have 2 open chats. They'll go back to the queue.").waitFor();
  await page.locator('connect-chat-desk-question').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Username' }).waitFor();
}

shift(
  'reach a third agent in time, whether the agent signs out or the console is killed',
  async (context) => {
    const killed = await agentWithTwo(context, 'maria');
    const leaving = await agentWithTwo(context, 'otto');
    context.third = await agentAtWork(context.service);
    const from = performance.now();
    await killed.page.context().close();
    await signOut(leaving.page);
    await takesOver(context, leaving.own);
    await takesOver(context, killed.own);
    const took = performance.now() - from;
    assert.ok(took < takenOverWithin, `after ${Math.round(took)} ms`);
    assert.equal(
      leaving.problems.filter((problem) => !problem.includes('401')),
      [],
    );
  },
);
shift.run();
