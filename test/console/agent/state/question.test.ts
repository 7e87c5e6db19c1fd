import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AgentIntent } from '../../../../console/agent/state/agent-intent.js';
import { questionBefore } from '../../../../console/agent/state/question.js';
import { card, chat } from '../../../support/console/agent-fixtures.js';

const nina = chat(1, [], { card: card(1, { name: 'Nina' }) });
const end = (isByKey = false): AgentIntent => ({ type: 'end', contactId: 'contact-1', isByKey });
const offline: AgentIntent = { type: 'status', status: 'OFFLINE' };
const ask = (intent: AgentIntent, chats = [nina], asksBeforeEnd = true) =>
  questionBefore(intent, { chats, asksBeforeEnd });

const ending = suite('ending a chat');
ending('is confirmed first, and the question names the customer', () => {
  const question = ask(end())!;
  assert.is(question.text, 'Nina will see that the chat has ended.');
  assert.equal([question.heading, question.action], ['End this chat?', 'End chat']);
  assert.equal(question.intent, end());
});
ending('is not asked about where the agent turned the question off', () => {
  assert.is(ask(end(), [nina], false), undefined);
});
ending('is asked about all the same where a key pressed the button', () => {
  assert.is(ask(end(true), [nina], false)?.heading, 'End this chat?');
});
ending.run();

const leaving = suite('leaving with open chats');
leaving('says how many chats go back to the queue', () => {
  assert.is(ask({ type: 'sign-out' })!.text, "You have 1 open chat. It'll go back to the queue.");
  assert.is(ask(offline, [nina, chat(2)])!.text, "You have 2 open chats. They'll go back to the queue.");
  assert.equal([ask({ type: 'sign-out' })!.action, ask(offline)!.action], ['Sign out', 'Go offline']);
});
leaving('counts open chats only, and asks nothing without one', () => {
  const over = chat(2, [], { phase: 'ended' });
  assert.is(ask(offline, [nina, over])!.text, "You have 1 open chat. It'll go back to the queue.");
  assert.is(ask(offline, [over]), undefined);
  assert.is(ask({ type: 'sign-out' }, []), undefined);
});
leaving('is not asked about again after it was confirmed', () => {
  assert.is(ask({ type: 'sign-out', isConfirmed: true }), undefined);
});
leaving('is not asked about for anything that can be undone', () => {
  const harmless: AgentIntent[] = [
    { type: 'status', status: 'AVAILABLE' },
    { type: 'select', contactId: 'contact-1' },
    { type: 'close', contactId: 'contact-1' },
    { type: 'list' },
  ];
  for (const intent of harmless) assert.is(ask(intent), undefined, intent.type);
});
leaving.run();
