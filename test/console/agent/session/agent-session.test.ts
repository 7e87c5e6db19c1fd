import { expect } from '@open-wc/testing';
import type { ChatError } from '../../../../client/chat-error.js';
import { AgentSession } from '../../../../console/agent/session/agent-session.js';
import { createTabMemory } from '../../../../console/agent/storage/tab-memory.js';
import { contentTypes } from '../../../../shared/content-types.js';
import { closeCodes } from '../../../../shared/protocol/codes.js';
import { createTestEnvironment, settled } from '../../../support/client/test-environment.js';
import { card, endItem, item, ownId, ownItem } from '../../../support/console/agent-fixtures.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const welcome = (contactIds: string[] = [], status = 'OFFLINE') => ({
  type: 'welcome',
  agentId: 'a1',
  username: 'maria',
  displayName: 'Maria',
  status,
  contactIds,
});
const contact = (number: number, change: object = {}) => ({
  type: 'contact',
  contact: card(number),
  participantId: ownId,
  lastSeq: 0,
  after: 0,
  ...change,
});
const offer = (number: number) => ({
  type: 'offer',
  contact: card(number),
  firstMessage: null,
  latestMessage: null,
  messageCount: 0,
  ringMilliseconds: 20_000,
});
const about = (number: number, frame: object) => ({ contactId: `contact-${number}`, ...frame });
const ack = (clientToken: unknown, seq: number) =>
  about(1, { type: 'ack', clientToken, seq, id: `item-${seq}`, absoluteTime: '2026-03-02T10:00:00.000Z' });

function openSession({ storage = createTestStorage(), isSignedIn = () => Promise.resolve(true) } = {}) {
  const environment = createTestEnvironment();
  const memory = createTabMemory({ storage, agentId: 'a1' });
  const session = new AgentSession({ serviceUrl: 'https://chat.example', memory, isSignedIn, environment });
  session.connect();
  const comeBack = async (contactIds: string[] = []): Promise<void> => {
    environment.pass(1_000);
    environment.socket.open();
    environment.socket.say(welcome(contactIds));
    await settled();
  };
  return { environment, session, storage, comeBack };
}
/** Opens a session with one chat. */
async function openChat(options: Parameters<typeof openSession>[0] = {}) {
  const opened = openSession(options);
  opened.environment.socket.open();
  opened.environment.socket.say(welcome(['contact-1']));
  opened.environment.socket.say(contact(1));
  await settled();
  return { ...opened, chat: () => opened.session.chats[0]! };
}
const contents = (items: readonly { content: string | null }[]) => items.map(({ content }) => content);

describe('AgentSession', () => {
  it('sends hello with its last numbers, and is live after the welcome', async () => {
    const { environment, session } = openSession();
    expect(environment.socket.url).to.equal('wss://chat.example/agent/socket');
    environment.socket.open();
    expect(environment.socket.heard).to.deep.equal([{ type: 'hello', after: {} }]);
    environment.socket.say(welcome([], 'AVAILABLE'));
    expect([session.state, session.status, session.agent!.displayName]).to.deep.equal([
      'live',
      'AVAILABLE',
      'Maria',
    ]);
  });

  it('resumes after each chat’s last number, with the last status', async () => {
    const { environment, session, comeBack } = await openChat();
    session.setStatus('AVAILABLE');
    environment.socket.say(about(1, { type: 'item', item: item(7, 'seven') }));
    environment.socket.drop();
    expect(session.state).to.equal('reconnecting');
    await comeBack(['contact-1']);
    expect(environment.socket.of('hello')).to.deep.equal([
      { type: 'hello', after: { 'contact-1': 7 }, status: 'AVAILABLE' },
    ]);
  });

  it('accepts and declines offers', async () => {
    const { environment, session } = await openChat();
    environment.socket.say(offer(2));
    environment.socket.say(offer(3));
    session.accept('contact-2');
    session.decline('contact-3');
    expect(session.offers.map(({ answer }) => answer)).to.deep.equal(['accept', 'decline']);
    expect(environment.socket.of('accept')).to.deep.equal([{ type: 'accept', contactId: 'contact-2' }]);
    environment.socket.say(contact(2));
    environment.socket.say(about(3, { type: 'offer-closed', reason: 'DECLINED' }));
    expect(session.offers).to.deep.equal([]);
    expect(session.chats.map(({ contactId }) => contactId)).to.deep.equal(['contact-1', 'contact-2']);
  });

  it('drops offers on a lost connection; the service sends open ones again', async () => {
    const { environment, session } = await openChat();
    environment.socket.say(offer(2));
    environment.socket.drop();
    expect(session.offers).to.deep.equal([]);
  });

  it('sends one message after the other, in order', async () => {
    const { environment, session, chat } = await openChat();
    const said = [session.send('contact-1', 'one'), session.send('contact-1', 'two')];
    expect(contents(chat().waiting)).to.deep.equal(['one', 'two']);
    expect(environment.socket.of('message')).to.have.length(1);
    environment.socket.say(ack(environment.socket.of('message')[0]!.clientToken, 4));
    environment.socket.say(about(1, { type: 'item', item: item(5, 'between') }));
    environment.socket.say(ack(environment.socket.of('message')[1]!.clientToken, 6));
    expect((await Promise.all(said)).map(({ seq }) => seq)).to.deep.equal([4, 6]);
    expect(contents(chat().items)).to.deep.equal(['one', 'between', 'two']);
    expect(chat().waiting).to.deep.equal([]);
  });

  it('sends long messages in chats whose widget allows them', async () => {
    const { environment, session } = openSession();
    environment.socket.open();
    environment.socket.say(welcome(['contact-1', 'contact-2']));
    environment.socket.say(contact(1));
    environment.socket.say({ ...contact(2), contact: card(2, { longMessages: true }) });
    await settled();
    const long = 'x'.repeat(16_384);
    const refused: string[] = [];
    for (const each of ['contact-1', 'contact-2'])
      session.send(each, long).catch(({ code }: ChatError) => refused.push(`${each} ${code}`));
    await settled();
    expect(refused).to.deep.equal(['contact-1 MESSAGE_TOO_LONG']);
    expect(environment.socket.of('message')).to.have.length(1);
  });

  it('resends unsent messages after a loss and after a reload, once and in order', async () => {
    const { environment, session, storage } = await openChat();
    environment.socket.drop();
    ['one', 'two'].forEach((text) => void session.send('contact-1', text).catch(() => undefined));
    session.destroy();
    const later = await openChat({ storage });
    const tokens = () => later.environment.socket.of('message');
    expect(contents(tokens() as never)).to.deep.equal(['one']);
    later.environment.socket.say(ack(tokens()[0]!.clientToken, 4));
    expect(contents(tokens() as never)).to.deep.equal(['one', 'two']);
    later.environment.socket.say(ack(tokens()[1]!.clientToken, 5));
    expect(contents(later.chat().items)).to.deep.equal(['one', 'two']);
    expect(storage.length).to.equal(0);
  });

  it('learns from the replay that a message whose acknowledgement was lost is stored', async () => {
    const { environment, session, chat, comeBack } = await openChat();
    const said = session.send('contact-1', 'hello');
    const { clientToken } = environment.socket.of('message')[0]!;
    environment.socket.drop();
    await comeBack(['contact-1']);
    environment.socket.say(contact(1, { lastSeq: 4 }));
    environment.socket.say(about(1, { type: 'item', item: ownItem(4, 'hello'), clientToken }));
    expect((await said).seq).to.equal(4);
    expect(contents(chat().items)).to.deep.equal(['hello']);
    expect(chat().waiting).to.deep.equal([]);
  });

  it('counts the customer’s unread messages, and sends read receipts', async () => {
    const { environment, session, chat } = await openChat();
    for (const seq of [3, 4]) environment.socket.say(about(1, { type: 'item', item: item(seq, `${seq}`) }));
    expect(chat().unread).to.equal(2);
    session.read('contact-1', 4);
    expect(chat().unread).to.equal(0);
    environment.pass(400);
    expect(environment.socket.of('read')).to.deep.equal([{ type: 'read', contactId: 'contact-1', seq: 4 }]);
  });

  it('tells live items from replayed ones', async () => {
    const { environment, session } = await openChat();
    const heard: [string | null, boolean][] = [];
    session.on('items', (_contactId, added, isLive) =>
      added.forEach(({ content }) => heard.push([content, isLive])),
    );
    environment.socket.say(contact(2, { lastSeq: 5 }));
    environment.socket.say(about(2, { type: 'item', item: item(5, 'old') }));
    environment.socket.say(about(2, { type: 'item', item: item(6, 'new') }));
    expect(heard).to.deep.equal([
      ['old', false],
      ['new', true],
    ]);
  });

  it('shows for a few seconds that the customer is typing', async () => {
    const { environment, chat } = await openChat();
    environment.socket.say(about(1, { type: 'typing', participantId: 'customer-1', displayName: 'Cleo' }));
    expect(chat().typing).to.equal('Cleo');
    environment.pass(6_000);
    expect(chat().typing).to.equal(undefined);
  });

  it('ends a chat after all messages are stored, and removes it on request', async () => {
    const { environment, session, chat } = await openChat();
    void session.send('contact-1', 'bye');
    session.end('contact-1');
    expect(chat().phase).to.equal('ending');
    expect(environment.socket.of('end')).to.deep.equal([]);
    environment.socket.say(ack(environment.socket.of('message')[0]!.clientToken, 4));
    expect(environment.socket.of('end')).to.have.length(1);
    session.forget('contact-1');
    expect(session.chats, 'one that goes on stays').to.have.length(1);
    environment.socket.say(about(1, { type: 'item', item: endItem(5) }));
    expect(chat().phase).to.equal('ended');
    session.forget('contact-1');
    expect(session.chats).to.deep.equal([]);
  });

  it('fails unsent messages of a chat that ended in the meantime', async () => {
    const { environment, session, chat, comeBack } = await openChat();
    environment.socket.drop();
    const said = session.send('contact-1', 'hello').catch((error: ChatError) => error.code);
    await comeBack([]);
    expect(await said).to.equal('CONTACT_ENDED');
    expect([chat().phase, chat().waiting[0]!.refusal!.code]).to.deep.equal(['ended-away', 'CONTACT_ENDED']);
  });

  it('shows the rest of a chat that ended while this console was disconnected', async () => {
    const { environment, session, chat, comeBack } = await openChat();
    environment.socket.say(about(1, { type: 'item', item: item(3, 'hello') }));
    environment.socket.drop();
    await comeBack([]);
    expect(chat().phase).to.equal('ended-away');
    environment.socket.say(contact(1, { lastSeq: 6, after: 3 }));
    environment.socket.say(about(1, { type: 'item', item: item(5, 'goodbye') }));
    environment.socket.say(about(1, { type: 'item', item: endItem(6) }));
    expect(contents(chat().items)).to.deep.equal(['hello', 'goodbye', null]);
    expect([chat().phase, session.chats.length]).to.deep.equal(['ended', 1]);
  });

  it('ends when the session has expired, also after a failed handshake', async () => {
    const { environment, session } = await openChat();
    environment.socket.drop(closeCodes.SESSION_ENDED);
    expect(session.state).to.equal('ended');
    const refused = openSession({ isSignedIn: () => Promise.resolve(false) });
    refused.environment.socket.drop();
    await settled();
    expect(refused.session.state).to.equal('ended');
    refused.environment.pass(60_000);
    expect(refused.environment.sockets).to.have.length(1);
    refused.session.connect();
    expect(refused.environment.sockets).to.have.length(2);
  });

  it('reports a missed chat', async () => {
    const { environment, session } = await openChat();
    environment.socket.say({ type: 'status', status: 'MISSED' });
    expect(session.status).to.equal('MISSED');
    session.setStatus('AVAILABLE');
    environment.socket.say({ type: 'status', status: 'AVAILABLE' });
    expect(session.status).to.equal('AVAILABLE');
  });

  it('tells a restarted service the missed status', async () => {
    const { environment, comeBack } = await openChat();
    environment.socket.say({ type: 'status', status: 'MISSED' });
    environment.socket.drop();
    await comeBack(['contact-1']);
    expect(environment.socket.of('hello').map(({ status }) => status)).to.deep.equal(['MISSED']);
  });

  it('updates the latest message and the number of messages of an offer in place', async () => {
    const { environment, session } = await openChat();
    for (const [number, latestMessage, messageCount] of [
      [2, 'Hi', 1],
      [3, 'Hello', 1],
      [2, 'It is urgent', 2],
    ] as const)
      environment.socket.say({ ...offer(number), latestMessage, messageCount });
    expect(
      session.offers.map(({ card: { contactId }, latestMessage, messageCount }) => [
        ...[contactId, latestMessage, messageCount],
      ]),
    ).to.deep.equal([
      ['contact-2', 'It is urgent', 2],
      ['contact-3', 'Hello', 1],
    ]);
  });

  it('marks a chat whose customer is disconnected, until they return', async () => {
    const { environment, chat } = await openChat();
    const goneSince = '2026-03-02T10:00:00.000Z';
    environment.socket.say(about(1, { type: 'customer-presence', goneSince }));
    expect(chat().card.customer.goneSince).to.equal(goneSince);
    environment.socket.say(about(1, { type: 'customer-presence', goneSince: null }));
    expect(chat().card.customer.goneSince).to.equal(null);
  });

  it('removes a chat that went back to its queue, and counts those lost while away', async () => {
    const { environment, session } = await openChat();
    session.send('contact-1', 'too late').catch(() => undefined);
    environment.socket.say(about(1, { type: 'contact-left', wasAway: false }));
    expect([session.chats.length, session.returned]).to.deep.equal([0, 0]);
    environment.socket.say(about(2, { type: 'contact-left', wasAway: true }));
    environment.socket.say(about(3, { type: 'contact-left', wasAway: true }));
    expect(session.returned).to.equal(2);
    session.dismissReturned();
    expect(session.returned).to.equal(0);
  });

  it('ignores events of unknown chats', async () => {
    const { environment, session } = await openChat();
    const joined = item(3, null, { type: 'EVENT', contentType: contentTypes.joined });
    environment.socket.say(about(9, { type: 'item', item: joined }));
    environment.socket.say(about(9, { type: 'typing', participantId: 'x', displayName: 'X' }));
    environment.socket.say({ type: 'something-new' });
    expect(session.chats).to.have.length(1);
  });

  it('shows the rating of a chat that is over', async () => {
    const { environment, chat } = await openChat();
    environment.socket.say(about(1, { type: 'item', item: endItem(1) }));
    const survey = { kind: 'STARS', rating: 4, comment: 'Quick!', at: '2026-03-02T10:00:00.000Z' };
    environment.socket.say(about(1, { type: 'survey', survey }));
    expect(chat().card.survey).to.deep.equal(survey);
    expect(chat().phase).to.equal('ended');
  });
});
