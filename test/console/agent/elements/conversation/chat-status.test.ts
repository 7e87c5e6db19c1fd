import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  chatStatus,
  goneSinceOf,
  idleText,
  overText,
} from '../../../../../console/agent/elements/conversation/chat-status.js';
import { chat, someTime } from '../../../../support/console/agent-fixtures.js';

const open = chat(1);
const gone = {
  ...open,
  card: {
    ...open.card,
    customer: { ...open.card.customer, goneSince: new Date(someTime - 120_000).toISOString() },
  },
};

const status = suite('chatStatus');
status('says what the customer does before anything else', () => {
  assert.is(chatStatus({ ...open, typing: 'Cleo' }, someTime), 'Cleo is typing…');
});
status('says what this agent has asked for', () => {
  assert.is(chatStatus({ ...open, phase: 'ending' }, someTime), 'Ending…');
  assert.is(chatStatus({ ...open, phase: 'transferring' }, someTime), 'Transferring…');
});
status('says how long the customer has been gone, while the chat is open', () => {
  assert.match(chatStatus(gone, someTime), /2/);
  assert.is(goneSinceOf({ ...gone, phase: 'ended' }), undefined);
  assert.is(chatStatus({ ...gone, phase: 'ended' }, someTime), 'Ended');
});
status('otherwise names the page by its title or its address', () => {
  const onPage = (page: { title: string; url: string } | null) =>
    chatStatus({ ...open, card: { ...open.card, page } } as typeof open, someTime);
  assert.is(onPage({ title: 'Cakes', url: 'https://shop.example/' }), 'Cakes');
  assert.is(onPage({ title: '', url: 'https://shop.example/' }), 'https://shop.example/');
  assert.is(onPage(null), 'On the website');
});
status('says until when somebody must write, and what follows', () => {
  const until = someTime + 120_000;
  assert.is(idleText(open, someTime), '');
  const agent = idleText({ ...open, idle: { of: 'AGENT', until } }, someTime);
  assert.match(agent, /Answer within 2 minutes, or the chat goes back to the queue/);
  assert.match(idleText({ ...open, idle: { of: 'CUSTOMER', until } }, someTime), /ends in 2 minutes/);
});
status('explains why a chat that is over takes no message', () => {
  assert.match(overText({ ...open, phase: 'ended' }), 'has ended');
  assert.match(overText({ ...open, phase: 'ended-away' }), 'while you were disconnected');
});
status.run();
