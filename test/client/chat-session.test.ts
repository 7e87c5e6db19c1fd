import { expect } from '@open-wc/testing';
import { ChatSession } from '../../client/chat-session.js';
import type { ChatSessionOptions } from '../../client/chat-session-options.js';
import { createMemoryStore } from '../../client/chat-store.js';
import type { ChatError } from '../../client/chat-error.js';
import type { OutgoingMessage } from '../../client/outgoing.js';
import { contentTypes } from '../../shared/content-types.js';
import { closeCodes } from '../../shared/protocol/codes.js';
import { createTestEnvironment, settled } from '../support/client/test-environment.js';

const started = {
  type: 'started',
  contactId: 'k1',
  participantId: 'c1',
  participantToken: 'k1.secret',
  displayName: 'Cleo',
};
const resumed = { type: 'resumed', contactId: 'k1', participantId: 'c1', displayName: 'Cleo', lastSeq: 9 };
const itemFrame = (seq: number, content: string | null, change: object = {}) => ({
  type: 'item',
  item: {
    seq,
    id: `k1.${seq}`,
    type: content === null ? 'EVENT' : 'MESSAGE',
    contentType: contentTypes.plain,
    content,
    participantId: 'a1',
    participantRole: 'AGENT',
    displayName: 'Ada',
    absoluteTime: '2026-06-01T00:00:00.000Z',
    ...change,
  },
});
const ended = (seq: number) => itemFrame(seq, null, { contentType: contentTypes.ended, participantId: null });
const ack = (clientToken: unknown, seq: number) => ({
  type: 'ack',
  clientToken,
  seq,
  id: `k1.${seq}`,
  absoluteTime: '2026-06-01T00:00:00.000Z',
});

function openSession(options: Partial<ChatSessionOptions> = {}, store = createMemoryStore()) {
  const environment = createTestEnvironment();
  const session = new ChatSession({
    serviceUrl: 'https://chat.example',
    widgetId: 'w1',
    environment,
    store,
    ...options,
  });
  const states: string[] = [];
  session.on('state', (state) => states.push(state));
  return { environment, session, store, states };
}
/** Opens a session whose chat is in progress. */
async function openChat(options: Partial<ChatSessionOptions> = {}, more: object = {}) {
  const opened = openSession(options);
  const start = opened.session.start();
  await settled();
  opened.environment.socket.open();
  await settled();
  opened.environment.socket.say({ ...started, ...more });
  await start;
  return opened;
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error as ChatError,
  );
const contents = (session: ChatSession) => session.items.map(({ content }) => content);

describe('ChatSession', () => {
  it('starts with what the visitor answered, after a reload too, and forgets it once the service has it', async () => {
    const { session, environment, store } = openSession({
      contactAttributes: () => ({ plan: 'pro', topic: '?' }),
    });
    session.start({ topic: 'Order' }).catch(() => undefined);
    await settled();
    environment.socket.open();
    await settled();
    expect(environment.socket.heard.find(({ type }) => type === 'start')).to.deep.include({
      attributes: { plan: 'pro', topic: 'Order' },
    });
    session.destroy();

    const again = openSession({}, store);
    again.session.restore();
    again.environment.socket.open();
    await settled();
    expect(again.environment.socket.heard.find(({ type }) => type === 'start')).to.deep.include({
      attributes: { topic: 'Order' },
    });
    again.environment.socket.say(started);
    expect(Object.keys(store.readChat()!)).to.deep.equal(['startToken', 'participantToken']);
  });

  it('starts with the first message, and takes it as stored when it comes back', async () => {
    const { session, environment } = openSession();
    const sent = session.send('Where is my parcel?');
    await settled();
    environment.socket.open();
    await settled();
    const { message } = environment.socket.heard.find(({ type }) => type === 'start')!;
    const { clientToken, content } = message as Record<string, string>;
    expect([clientToken, content]).to.deep.equal([session.waiting[0]!.clientToken, 'Where is my parcel?']);
    environment.socket.say(started);
    environment.socket.say({ ...itemFrame(3, content!, { participantId: 'c1' }), clientToken });
    expect((await sent).seq).to.equal(3);
    expect([session.waiting.length, contents(session)]).to.deep.equal([0, ['Where is my parcel?']]);
  });

  it('does not start with a first message that is too long, and shows which', async () => {
    const { session, environment } = openSession();
    const sent = refusal(session.send('x'.repeat(2_000)));
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say({
      ...{ type: 'error', code: 'MESSAGE_TOO_LONG', message: 'No.', pointer: '/message/content' },
    });
    expect((await sent)!.code).to.equal('MESSAGE_TOO_LONG');
    expect([session.state, session.waiting[0]!.refusal!.code]).to.deep.equal(['failed', 'MESSAGE_TOO_LONG']);
  });

  it('starts with an earlier message that was kept, and sends the others after it', async () => {
    const store = createMemoryStore();
    let give: (messages: OutgoingMessage[]) => void = () => undefined;
    store.readMessages = () => new Promise((resolve) => (give = resolve));
    const { session, environment } = openSession({}, store);
    session.send('second').catch(() => undefined);
    await settled();
    environment.socket.open();
    await settled();
    expect(environment.socket.heard.some(({ type }) => type === 'start')).to.equal(false);
    give([{ clientToken: 'kept', contentType: contentTypes.plain, content: 'first', createdAt: 1 }]);
    await settled();
    const { message } = environment.socket.heard.find(({ type }) => type === 'start')!;
    expect(message).to.deep.include({ clientToken: 'kept', content: 'first' });
    environment.socket.say(started);
    environment.socket.say(ack('kept', 3));
    await settled();
    const said = environment.socket.heard.filter(({ type }) => type === 'message');
    expect(said.map(({ content }) => content)).to.deep.equal(['first', 'second']);
  });

  it('leaves a chat that is over, or could not start, and waits for the next start', async () => {
    const { session, environment, store, states } = await openChat();
    environment.socket.say(ended(3));
    session.renew();
    expect([session.state, session.items.length, store.readChat()]).to.deep.equal(['idle', 0, undefined]);
    const start = refusal(session.start());
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say({ type: 'error', code: 'TOKEN_REFUSED', message: 'No.' });
    await start;
    session.renew();
    expect([session.state, session.failure]).to.deep.equal(['idle', undefined]);
    expect(states.slice(-3)).to.deep.equal(['connecting', 'failed', 'idle']);
  });

  it('says that the service is busy, and tries again after the time that it named', async () => {
    const { session, environment } = openSession();
    const start = session.start();
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say({ type: 'error', code: 'TOO_MANY_CHATS', message: 'Later.', retryAfter: 15 });
    expect([session.state, session.failure?.code]).to.deep.equal(['connecting', 'TOO_MANY_CHATS']);
    environment.pass(14_999);
    expect(environment.sockets).to.have.length(1);
    environment.pass(5_000);
    expect(environment.sockets).to.have.length(2);
    environment.socket.open();
    await settled();
    environment.socket.say(started);
    await start;
    expect([session.state, session.failure]).to.deep.equal(['live', undefined]);
  });

  it('opens nothing and keeps nothing until it is asked to', async () => {
    const { environment, session, store } = openSession();
    expect(session.restore()).to.equal(false);
    expect(environment.sockets).to.have.length(0);
    expect(store.readChat()).to.equal(undefined);
    expect(session.state).to.equal('idle');
  });

  it('starts with what the page says of itself, and a client token kept before it is sent', async () => {
    const { environment, session, store } = openSession({
      authenticate: async () => 'jwt',
      customerName: async () => 'Cleo',
      contactAttributes: () => ({ cart: '3' }),
      page: () => ({ url: 'https://shop.example/', title: 'Shop', referrer: '' }),
      language: 'de',
    });
    void session.start();
    await settled();
    expect(environment.socket.url).to.equal('wss://chat.example/widgets/w1/socket');
    const kept = store.readChat()!;
    environment.socket.open();
    await settled();
    expect(environment.socket.of('start')).to.deep.equal([
      {
        type: 'start',
        clientToken: kept.startToken,
        token: 'jwt',
        displayName: 'Cleo',
        attributes: { cart: '3' },
        page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
        language: 'de',
      },
    ]);
  });

  it('sends the same start again when the answer was lost', async () => {
    const { environment, session } = openSession();
    const start = session.start();
    await settled();
    environment.socket.open();
    await settled();
    const [first] = environment.socket.of('start');
    environment.socket.drop();
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    expect(environment.socket.of('start')).to.deep.equal([first]);
    environment.socket.say(started);
    expect(await start).to.deep.equal({ contactId: 'k1' });
  });

  it('is one chat, however often it is started', async () => {
    const { environment, session } = openSession();
    const starts = [session.start(), session.start()];
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say(started);
    expect(await Promise.all([...starts, session.start()])).to.deep.equal(Array(3).fill({ contactId: 'k1' }));
    expect(environment.socket.of('start')).to.have.length(1);
  });

  it('asks for another token when the first was refused, once', async () => {
    let asked = 0;
    const { environment, session } = openSession({ authenticate: async () => `jwt ${(asked += 1)}` });
    const start = refusal(session.start());
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say({ type: 'error', code: 'TOKEN_REFUSED', message: 'No.' });
    await settled();
    expect(environment.socket.of('start').map(({ token }) => token)).to.deep.equal(['jwt 1', 'jwt 2']);
    environment.socket.say({ type: 'error', code: 'TOKEN_REFUSED', message: 'No.' });
    expect((await start)!.code).to.equal('TOKEN_REFUSED');
    expect(session.state).to.equal('failed');
    const again = session.start();
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say(started);
    await again;
    expect(session.state).to.equal('live');
  });

  it('starts once where the connection is lost while the website is asked for a token', async () => {
    const answers: ((token: string) => void)[] = [];
    const authenticate = () => new Promise<string>((resolve) => answers.push(resolve));
    const { environment, session } = openSession({ authenticate });
    session.start().catch(() => undefined);
    environment.socket.open();
    await settled();
    environment.socket.drop();
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    answers.forEach((answer, index) => answer(`jwt ${index}`));
    await settled();
    expect(environment.socket.of('start')).to.have.length(1);
  });

  it('fails where the service refuses the start itself, and says why', async () => {
    for (const code of [
      'ANSWER_INVALID',
      'ATTRIBUTES_INVALID',
      'FRAME_INVALID',
      'PROTOCOL_VERSION_UNKNOWN',
    ]) {
      const { environment, session } = openSession();
      const start = refusal(session.start());
      environment.socket.open();
      await settled();
      environment.socket.say({ type: 'error', code, message: 'No.' });
      expect((await start)!.code).to.equal(code);
      expect([session.state, session.failure!.code]).to.deep.equal(['failed', code]);
    }
  });

  it('says so when the website gives no token', async () => {
    const { environment, session } = openSession({
      authenticate: () => Promise.reject(new Error('signed out')),
    });
    const start = refusal(session.start());
    await settled();
    environment.socket.open();
    const error = (await start)!;
    expect(error.code).to.equal('AUTHENTICATE_FAILED');
    expect(error.message).to.contain('signed out');
  });

  it('gives what others say in order, each once, over any loss', async () => {
    const { environment, session } = await openChat();
    const heard: [string | null, boolean][] = [];
    session.on('items', (added, isLive) => added.forEach(({ content }) => heard.push([content, isLive])));
    environment.socket.say(itemFrame(3, 'three'));
    environment.socket.drop();
    expect(session.state).to.equal('reconnecting');
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    expect(environment.socket.of('resume')).to.deep.equal([
      { type: 'resume', participantToken: 'k1.secret', after: 3 },
    ]);
    environment.socket.say({ ...resumed, lastSeq: 5 });
    for (const frame of [itemFrame(5, 'five'), itemFrame(5, 'five'), itemFrame(6, 'six')])
      environment.socket.say(frame);
    expect(heard).to.deep.equal([
      ['three', true],
      ['five', false],
      ['six', true],
    ]);
    expect(contents(session)).to.deep.equal(['three', 'five', 'six']);
  });

  it('resolves what is said once it is stored, in its place', async () => {
    const { environment, session } = await openChat();
    const said = session.send('hello');
    expect(session.waiting.map(({ content }) => content)).to.deep.equal(['hello']);
    environment.socket.say(itemFrame(4, 'before'));
    environment.socket.say(ack(environment.socket.of('message')[0]!.clientToken, 5));
    const item = await said;
    expect([item.seq, item.content, item.participantId, item.participantRole]).to.deep.equal([
      5,
      'hello',
      'c1',
      'CUSTOMER',
    ]);
    expect(contents(session)).to.deep.equal(['before', 'hello']);
    expect(session.waiting).to.deep.equal([]);
  });

  it('sends what was said while offline once, in order', async () => {
    const { environment, session } = await openChat();
    environment.socket.drop();
    const said = ['one', 'two', 'three'].map((text) => session.send(text));
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    environment.socket.say(resumed);
    for (let seq = 10; seq < 13; seq += 1) {
      const sent = environment.socket.of('message');
      environment.socket.say(ack(sent[sent.length - 1]!.clientToken, seq));
    }
    await Promise.all(said);
    expect(environment.socket.of('message').map(({ content }) => content)).to.deep.equal([
      'one',
      'two',
      'three',
    ]);
    expect(contents(session)).to.deep.equal(['one', 'two', 'three']);
  });

  it('knows by the replay that a message whose answer was lost is stored', async () => {
    const { environment, session } = await openChat();
    const said = session.send('hello');
    const { clientToken } = environment.socket.of('message')[0]!;
    environment.socket.drop();
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    environment.socket.say(resumed);
    environment.socket.say({ ...itemFrame(9, 'hello', { participantId: 'c1' }), clientToken });
    expect((await said).seq).to.equal(9);
    environment.socket.say(ack(clientToken, 9));
    expect(contents(session)).to.deep.equal(['hello']);
    expect(session.waiting).to.deep.equal([]);
  });

  it('asks nothing of this browser’s keeping for what was stored before this page', async () => {
    const store = createMemoryStore();
    store.writeChat({ startToken: 's', participantToken: 'k1.secret' });
    const removed: string[] = [];
    store.removeMessage = async (clientToken) => void removed.push(clientToken);
    const { environment, session } = openSession({}, store);
    session.restore();
    await settled();
    environment.socket.open();
    await settled();
    environment.socket.say(resumed);
    environment.socket.say({ ...itemFrame(8, 'long ago', { participantId: 'c1' }), clientToken: 't1' });
    expect(contents(session)).to.deep.equal(['long ago']);
    expect(removed).to.deep.equal([]);
  });

  it('begins anew on a dead connection when a message is not answered', async () => {
    const { environment, session } = await openChat();
    void session.send('hello');
    environment.pass(10_000);
    expect(session.state).to.equal('reconnecting');
    environment.pass(1_000);
    expect(environment.sockets).to.have.length(2);
  });

  it('goes on after a reload, with what was not stored', async () => {
    const { environment, session, store } = await openChat();
    environment.socket.drop();
    void session.send('unsent 1');
    void session.send('unsent 2');
    session.destroy();
    const later = openSession({}, store);
    expect(later.session.restore()).to.equal(true);
    later.environment.socket.open();
    await settled();
    expect(later.environment.socket.of('resume')).to.deep.equal([
      { type: 'resume', participantToken: 'k1.secret', after: 0 },
    ]);
    later.environment.socket.say({ ...resumed, lastSeq: 1 });
    const [first] = later.environment.socket.of('message');
    expect(first!.content).to.equal('unsent 1');
    later.environment.socket.say(ack(first!.clientToken, 2));
    const [, second] = later.environment.socket.of('message');
    later.environment.socket.say(ack(second!.clientToken, 3));
    expect(await store.readMessages()).to.deep.equal([]);
    expect(contents(later.session)).to.deep.equal(['unsent 1', 'unsent 2']);
  });

  describe('with a browser that is slow to say what it keeps', () => {
    const kept = (clientToken: string): OutgoingMessage => ({
      clientToken,
      contentType: contentTypes.plain,
      content: clientToken,
      createdAt: 1,
    });
    async function openSlowly() {
      const opened = openSession();
      const { store, session, environment } = opened;
      store.writeChat({ startToken: 's', participantToken: 'k1.secret' });
      let answer: (messages: OutgoingMessage[]) => void = () => undefined;
      store.readMessages = () => new Promise((resolve) => (answer = resolve));
      session.restore();
      environment.socket.open();
      await settled();
      environment.socket.say(resumed);
      const sent = () => environment.socket.of('message').map(({ content }) => content);
      return { ...opened, sent, answer: (...tokens: string[]) => (answer(tokens.map(kept)), settled()) };
    }

    it('shows the chat at once, and says nothing before what was said before', async () => {
      const { session, environment, sent, answer } = await openSlowly();
      expect(session.state).to.equal('live');
      void session.send('after');
      expect(sent()).to.deep.equal([]);
      await answer('before');
      expect(sent()).to.deep.equal(['before']);
      environment.socket.say(ack('before', 10));
      expect(sent()).to.deep.equal(['before', 'after']);
    });

    it('ends only after that', async () => {
      const { session, environment, answer } = await openSlowly();
      void session.end();
      expect(environment.socket.of('end')).to.deep.equal([]);
      await answer('before');
      expect(environment.socket.of('end')).to.deep.equal([]);
      environment.socket.say(ack('before', 10));
      expect(environment.socket.of('end')).to.have.length(1);
    });

    it('ends as soon as it knows that nothing is left', async () => {
      const { session, environment, answer } = await openSlowly();
      void session.end();
      await answer();
      expect(environment.socket.of('end')).to.have.length(1);
    });

    it('does not say again what the transcript turns out to have', async () => {
      const { session, environment, store, sent, answer } = await openSlowly();
      const removed: string[] = [];
      store.removeMessage = async (clientToken) => void removed.push(clientToken);
      environment.socket.say({
        ...itemFrame(9, 'before', { participantId: 'c1' }),
        clientToken: 'before',
      });
      await answer('before');
      expect(sent()).to.deep.equal([]);
      expect(session.waiting).to.deep.equal([]);
      expect(removed).to.deep.equal(['before']);
    });

    it('goes on without it after ten seconds, and then sends it where nothing was said meanwhile', async () => {
      const { environment, sent, answer } = await openSlowly();
      environment.pass(10_000);
      await answer('before');
      expect(sent()).to.deep.equal(['before']);
    });

    it('lets the visitor decide about what could only come in a wrong order', async () => {
      const { session, environment, sent, answer } = await openSlowly();
      void session.send('after');
      environment.pass(10_000);
      expect(sent()).to.deep.equal(['after']);
      await answer('before');
      expect(session.waiting.map(({ content, refusal: why }) => [content, why?.code])).to.deep.equal([
        ['before', 'KEPT_TOO_LATE'],
        ['after', undefined],
      ]);
      environment.socket.say(ack(environment.socket.of('message')[0]!.clientToken, 10));
      session.retry('before');
      expect(sent()).to.deep.equal(['after', 'before']);
    });

    it('takes nothing of it once the visitor has signed out', async () => {
      const { session, answer } = await openSlowly();
      await session.reset();
      await answer('before');
      expect(session.waiting).to.deep.equal([]);
    });
  });

  it('keeps the order where the clock was set back between two pages', async () => {
    const { environment, session, store } = openSession();
    store.writeChat({ startToken: 's', participantToken: 'k1.secret' });
    await store.addMessage({
      clientToken: 'before',
      contentType: contentTypes.plain,
      content: 'before',
      createdAt: environment.now() + 60_000,
    });
    session.restore();
    await settled();
    void session.send('after');
    expect(session.waiting.map(({ content }) => content)).to.deep.equal(['before', 'after']);
  });

  it('ends after what was refused last, too', async () => {
    const { session, environment } = await openChat();
    const said = refusal(session.send('<b>hello</b>', 'text/html'));
    void session.end();
    const { clientToken } = environment.socket.of('message')[0]!;
    environment.socket.say({ type: 'error', code: 'CONTENT_TYPE_UNSUPPORTED', message: 'No.', clientToken });
    await said;
    expect(environment.socket.of('end')).to.have.length(1);
  });

  it('rejects what the service refuses, and keeps it for another try', async () => {
    const { environment, session } = await openChat();
    const said = refusal(session.send('<b>hello</b>', 'text/html'));
    const { clientToken } = environment.socket.of('message')[0]!;
    environment.socket.say({ type: 'error', code: 'CONTENT_TYPE_UNSUPPORTED', message: 'No.', clientToken });
    expect((await said)!.code).to.equal('CONTENT_TYPE_UNSUPPORTED');
    expect(session.waiting[0]!.refusal!.message).to.equal('No.');
    session.discard(String(clientToken));
    expect(session.waiting).to.deep.equal([]);
  });

  it('rejects at once what is too long to be sent', async () => {
    const { environment, session } = await openChat();
    expect((await refusal(session.send('x'.repeat(1_025))))!.code).to.equal('MESSAGE_TOO_LONG');
    expect(environment.socket.of('message')).to.deep.equal([]);
    expect(session.waiting).to.deep.equal([]);
  });

  it('knows the pictures of agents by their participants, also of a chat that is over', async () => {
    const { environment, session } = await openChat();
    const pictureUrl = 'https://shop.example/ada.png';
    environment.socket.say({ ...itemFrame(2, null, { contentType: contentTypes.joined }), pictureUrl });
    environment.socket.say(itemFrame(3, 'hello', { participantId: 'a2' }));
    expect(session.faces).to.deep.equal({ a1: pictureUrl });
    environment.socket.say(ended(4));
    void session.start();
    expect(session.faces).to.deep.equal({ a1: pictureUrl });
  });

  it('takes long messages where the chat does, and before it leaves that to the service', async () => {
    const long = 'x'.repeat(16_384);
    const { environment, session } = await openChat({}, { longMessages: true });
    expect(session.longMessages).to.equal(true);
    void session.send(long);
    expect(environment.socket.of('message')).to.have.length(1);
    expect((await refusal(session.send(`${long}x`)))!.code).to.equal('MESSAGE_TOO_LONG');

    expect(openSession().session.longMessages).to.equal(true);
    const other = await openChat();
    expect(other.session.longMessages).to.equal(undefined);
    expect((await refusal(other.session.send(long)))!.code).to.equal('MESSAGE_TOO_LONG');
  });

  it('lets what is no text be longer, as the service does', async () => {
    const { environment, session } = await openChat();
    void session.send('x'.repeat(1_025), 'application/vnd.amazonaws.connect.message.interactive.response');
    expect(environment.socket.of('message').length).to.equal(1);
  });

  it('reads again from the start when the service was set back', async () => {
    const { environment, session } = await openChat();
    environment.socket.say(itemFrame(8, 'gone'));
    environment.socket.drop();
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    environment.socket.say({ type: 'error', code: 'CURSOR_BEYOND_LOG', message: 'No such number.' });
    await settled();
    expect(environment.socket.of('resume').map(({ after }) => after)).to.deep.equal([8, 0]);
    environment.socket.say({ ...resumed, lastSeq: 2 });
    environment.socket.say(itemFrame(2, 'two'));
    expect(contents(session)).to.deep.equal(['two']);
  });

  it('ends after everything said is stored', async () => {
    const { environment, session } = await openChat();
    void session.send('bye');
    const end = session.end();
    expect(environment.socket.of('end')).to.have.length(0);
    environment.socket.say(ack(environment.socket.of('message')[0]!.clientToken, 5));
    expect(environment.socket.of('end')).to.have.length(1);
    environment.socket.say(itemFrame(6, null, { contentType: contentTypes.left }));
    environment.socket.say(ended(7));
    await end;
    expect(environment.socket.of('end')).to.have.length(1);
    expect(session.state).to.equal('ended');
  });

  it('does not come back after the end', async () => {
    const { environment, session } = await openChat();
    environment.socket.say(ended(5));
    environment.pass(100_000);
    environment.comeBack();
    expect(environment.sockets).to.have.length(1);
    expect(session.state).to.equal('ended');
  });

  it('tells which messages the end came before, and sends them in a new chat if asked to', async () => {
    const { environment, session } = await openChat();
    environment.socket.drop();
    const said = refusal(session.send('still there?'));
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    environment.socket.say(resumed);
    environment.socket.say(ended(9));
    expect((await said)!.code).to.equal('CONTACT_ENDED');
    const [waiting] = session.waiting;
    session.retry(waiting!.clientToken);
    await settled();
    environment.socket.open();
    await settled();
    expect(environment.socket.of('start')).to.have.length(1);
    environment.socket.say({ ...started, contactId: 'k2' });
    expect(environment.socket.of('message').map(({ content }) => content)).to.deep.equal(['still there?']);
    expect(session.contactId).to.equal('k2');
  });

  it('stops when the service refuses the participant, and says so', async () => {
    const { environment, session } = await openChat();
    environment.socket.drop();
    environment.pass(1_000);
    environment.socket.open();
    await settled();
    environment.socket.say({ type: 'error', code: 'PARTICIPANT_REFUSED', message: 'No.' });
    environment.socket.drop(closeCodes.PARTICIPANT_REFUSED);
    expect(session.state).to.equal('failed');
    expect(session.failure!.code).to.equal('PARTICIPANT_REFUSED');
    void session.start();
    await settled();
    environment.socket.open();
    await settled();
    expect(environment.socket.of('start')).to.have.length(1);
  });

  it('tells how far items arrived and were read: the last number, a few times a second', async () => {
    const { environment, session } = await openChat();
    for (let seq = 2; seq < 40; seq += 1) environment.socket.say(itemFrame(seq, `${seq}`));
    environment.pass(400);
    expect(environment.socket.of('delivered')).to.deep.equal([{ type: 'delivered', seq: 39 }]);
    session.read(39);
    session.read(12);
    environment.pass(400);
    expect(environment.socket.of('read')).to.deep.equal([{ type: 'read', seq: 39 }]);
  });

  it('says that the visitor types at most every four seconds', async () => {
    const { environment, session } = await openChat();
    for (let second = 0; second < 8; second += 1) {
      session.typing();
      environment.pass(1_000);
    }
    expect(environment.socket.of('typing')).to.have.length(2);
    session.send('hello').catch(() => undefined);
    session.typing();
    expect(environment.socket.of('typing'), 'after a message it is another one').to.have.length(3);
  });

  it('forgets everything when it is reset', async () => {
    const { environment, session, store } = await openChat();
    environment.socket.drop();
    const said = refusal(session.send('secret'));
    await session.reset();
    expect((await said)!.code).to.equal('RESET');
    expect([session.state, session.items.length, session.waiting.length]).to.deep.equal(['idle', 0, 0]);
    expect([store.readChat(), await store.readMessages()]).to.deep.equal([undefined, []]);
  });
});
