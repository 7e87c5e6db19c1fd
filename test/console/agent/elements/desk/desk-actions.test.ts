import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DeskActions, type DeskHost } from '../../../../../console/agent/elements/desk/desk-actions.js';
import { IntentEvent } from '../../../../../console/agent/elements/intent-event.js';
import type { AgentChat } from '../../../../../console/agent/state/agent-chat.js';
import type { AgentIntent } from '../../../../../console/agent/state/agent-intent.js';
import type { Offer } from '../../../../../console/agent/state/offer.js';
import { createPreferences } from '../../../../../console/agent/storage/preferences.js';
import { chat, offer } from '../../../../support/console/agent-fixtures.js';
import { createTestStorage } from '../../../../support/console/test-storage.js';

/** Replaces the screen with a narrow or a wide one. */
const setScreen = (isNarrow: boolean): void =>
  void Object.assign(globalThis, { matchMedia: () => ({ matches: isNarrow }) });

/** Creates functions that record their calls, by name and arguments. */
function recorder(calls: unknown[][], names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...given: unknown[]) => {
        calls.push([name, ...given]);
        return Promise.resolve();
      },
    ]),
  );
}

function open({
  chats = [chat(1), chat(2)],
  isDrawer = false,
  offers = [] as Offer[],
  mayNotify = true,
} = {}) {
  const calls: unknown[][] = [];
  const session = {
    chats,
    offers,
    ...recorder(calls, ['setStatus', 'accept', 'decline', 'send', 'retry', 'discard', 'end', 'forget']),
    ...recorder(calls, ['typing', 'reconnectNow', 'dismissReturned']),
  };
  const host = Object.assign(new EventTarget(), {
    session,
    drafts: { write: (...given: unknown[]) => void calls.push(['draft', ...given]) },
    preferences: createPreferences({ storage: createTestStorage(), agentId: 'a1' }),
    sounds: { isMuted: false, setMuted: (isMuted: boolean) => void calls.push(['setMuted', isMuted]) },
    requestUpdate: () => undefined,
  });
  const actions = new DeskActions(host as unknown as DeskHost, {
    focus: recorder(calls, [
      'onChat',
      'onList',
      'onNote',
      'onReply',
      'onDetails',
      'onDetailsButton',
    ]) as never,
    attention: { choose: (contactId: string) => void calls.push(['choose', contactId]) } as never,
    details: {
      isDrawer,
      show: (isShown: boolean) => void calls.push(['showDetails', isShown]),
      closeDrawer: () => undefined,
    } as never,
    transfer: { ...recorder(calls, ['open', 'send', 'cancel', 'close']), follow: () => undefined } as never,
    replies: recorder(calls, ['load']) as never,
    palette: { load: () => void calls.push(['load-palette']) } as never,
    notifications: { ask: () => Promise.resolve(mayNotify) } as never,
    preview: { ...recorder(calls, ['open', 'send', 'cancel', 'close']), follow: () => undefined } as never,
    files: () => ({ handle: (...given: unknown[]) => void calls.push(['file', ...given]) }) as never,
  });
  actions.follow();
  const outside: AgentIntent[] = [];
  const want = (intent: AgentIntent) => {
    const event = new IntentEvent(intent);
    let isStopped = false;
    event.stopPropagation = () => (isStopped = true);
    host.dispatchEvent(event);
    if (!isStopped) outside.push(intent);
  };
  const become = (next: readonly AgentChat[]) => {
    session.chats = [...next];
    actions.follow();
  };
  return { actions, calls, want, become, host, outside };
}
const about = { contactId: 'contact-1' };

const passing = suite('what an agent asks of the session');
passing.before(() => setScreen(false));
passing('is passed on', () => {
  const { calls, want } = open();
  want({ type: 'status', status: 'AVAILABLE' });
  want({ type: 'decline', ...about });
  want({ type: 'retry', ...about, clientToken: 't1' });
  want({ type: 'discard', ...about, clientToken: 't2' });
  want({ type: 'reconnect' });
  want({ type: 'dismiss-returned' });
  want({ type: 'mute', isMuted: true });
  want({ type: 'file', ...about, intent: { type: 'remove', clientToken: 't3' } });
  assert.equal(calls, [
    ['setStatus', 'AVAILABLE'],
    ['decline', 'contact-1'],
    ['retry', 'contact-1', 't1'],
    ['discard', 'contact-1', 't2'],
    ['reconnectNow'],
    ['dismissReturned'],
    ['setMuted', true],
    ['file', 'contact-1', { type: 'remove', clientToken: 't3' }],
  ]);
});
passing('clears what was refused before, except for a chat that is merely seen', () => {
  const { actions, want } = open();
  actions.refuse('Not your chat.');
  want({ type: 'seen', ...about });
  assert.is(actions.state.problem, 'Not your chat.');
  want({ type: 'reconnect' });
  assert.is(actions.state.problem, '');
});
passing.run();

const writing = suite('writing in a chat');
writing('keeps the draft, and tells the customer that the agent is typing', () => {
  const { calls, want } = open();
  want({ type: 'draft', ...about, text: 'Hel' });
  assert.equal(calls, [
    ['draft', 'contact-1', 'Hel'],
    ['typing', 'contact-1'],
  ]);
});
writing('tells nothing of a text box that was emptied', () => {
  const { calls, want } = open();
  want({ type: 'draft', ...about, text: '' });
  assert.equal(calls, [['draft', 'contact-1', '']]);
});
writing('removes the draft of a message that is sent', () => {
  const { calls, want } = open();
  want({ type: 'send', ...about, text: 'Hello' });
  assert.equal(calls, [
    ['draft', 'contact-1', ''],
    ['send', 'contact-1', 'Hello'],
  ]);
});
writing.run();

const choosing = suite('the chat in front');
choosing.before(() => setScreen(false));
choosing('is the one that the agent selects; its text box gets the focus', () => {
  const { actions, calls, want } = open();
  want({ type: 'select', contactId: 'contact-2' });
  assert.equal([actions.state.front, actions.state.view], ['contact-2', 'chat']);
  assert.equal(calls, [
    ['choose', 'contact-2'],
    ['onChat', 'contact-2'],
  ]);
});
choosing('follows the focus without moving it', () => {
  const { actions, calls, want } = open();
  want({ type: 'touch', contactId: 'contact-2' });
  assert.is(actions.state.front, 'contact-2');
  assert.equal(calls, [['choose', 'contact-2']]);
});
choosing('is one that was accepted, as soon as it arrives', () => {
  const { actions, calls, want, become } = open();
  want({ type: 'accept', contactId: 'contact-3' });
  assert.is(actions.state.front, 'contact-1');
  become([chat(1), chat(2), chat(3)]);
  assert.is(actions.state.front, 'contact-3');
  assert.equal(calls.at(-1), ['onChat', 'contact-3']);
});
choosing('is the neighbour of one that is closed, which is forgotten with its drafts', () => {
  const { actions, calls, want } = open();
  want({ type: 'close', ...about });
  assert.is(actions.state.front, 'contact-2');
  assert.equal(calls.slice(0, 3), [
    ['draft', 'contact-1', ''],
    ['draft', 'note:contact-1', ''],
    ['forget', 'contact-1'],
  ]);
  assert.equal(calls.at(-1), ['onChat', 'contact-2']);
});
choosing('gives way to the list on a narrow screen, when it is closed or left', () => {
  setScreen(true);
  const { actions, calls, want } = open();
  want({ type: 'select', ...about });
  want({ type: 'close', ...about });
  assert.equal([actions.state.view, calls.at(-1)], ['list', ['onList']]);
  want({ type: 'select', contactId: 'contact-2' });
  want({ type: 'list' });
  assert.equal([actions.state.view, calls.at(-1)], ['list', ['onList']]);
  setScreen(false);
});
choosing.run();

const details = suite('the details of a customer');
details('come with their chat to the front, and close back to their button', () => {
  const { actions, calls, want } = open();
  want({ type: 'details', contactId: 'contact-2', isOpen: true });
  assert.is(actions.state.front, 'contact-2');
  want({ type: 'details', isOpen: false });
  assert.equal(calls, [
    ['choose', 'contact-2'],
    ['showDetails', true],
    ['showDetails', false],
    ['onDetailsButton'],
  ]);
});
details('get the focus where they lie over the chats', () => {
  const { calls, want } = open({ isDrawer: true });
  want({ type: 'details', contactId: 'contact-1', isOpen: true });
  assert.equal(calls.at(-1), ['onDetails']);
});
details.run();

const asking = suite('what can’t be undone');
const end: AgentIntent = { type: 'end', ...about, isByKey: false };
asking('is asked about first, and done once it is confirmed', () => {
  const { actions, calls, want } = open();
  want(end);
  assert.equal([actions.state.question?.action, calls], ['End chat', []]);
  want({ type: 'confirm' });
  assert.equal([actions.state.question, calls], [undefined, [['end', 'contact-1']]]);
});
asking('is not done when it is cancelled', () => {
  const { actions, calls, want } = open();
  want(end);
  want({ type: 'cancel' });
  want({ type: 'confirm' });
  assert.equal([actions.state.question, calls], [undefined, []]);
});
asking('is done at once where the agent chose not to be asked', () => {
  const { calls, want } = open();
  want({ type: 'prefer', preference: 'asksBeforeEnd', isOn: false });
  want(end);
  assert.equal(calls, [['end', 'contact-1']]);
});
asking('lets the console hear of a sign-out only after it was confirmed', () => {
  const { want, outside, host } = open();
  const heard: AgentIntent[] = [];
  host.addEventListener(IntentEvent.eventName, (event) => heard.push((event as IntentEvent).intent));
  want({ type: 'sign-out' });
  assert.equal(outside, []);
  want({ type: 'confirm' });
  assert.equal(heard.filter(({ type }) => type === 'sign-out').at(-1), {
    type: 'sign-out',
    isConfirmed: true,
  });
});
asking.run();

const keys = suite('the keys of the desk');
keys('accept the first offer that was not answered', () => {
  const { actions, calls } = open({ offers: [offer(3, { answer: 'accept' }), offer(4), offer(5)] });
  assert.is(actions.useKey('accept'), true);
  assert.equal(calls, [['accept', 'contact-4']]);
});
keys('step through the chats', () => {
  const { actions } = open();
  assert.is(actions.useKey('next-chat'), true);
  assert.is(actions.state.front, 'contact-2');
  actions.useKey('previous-chat');
  assert.is(actions.state.front, 'contact-1');
});
keys('tell that there was nothing to do', () => {
  const { actions } = open({ chats: [] });
  assert.equal(
    (['accept', 'next-chat', 'previous-chat'] as const).map((key) => actions.useKey(key)),
    [false, false, false],
  );
});
keys.run();
