import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { closeCodes } from '../../../shared/protocol/codes.js';
import { contentTypes } from '../../../shared/content-types.js';
import type { Frames } from '../../support/frames.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const sockets = suite<{ test: TestApp; widgetId: string }>('customer socket');
sockets.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
sockets.after(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const message = (content: string, clientToken = token()) => ({
  type: 'message',
  clientToken,
  contentType: 'text/plain',
  content,
});
async function started(frames: Frames, change: object = {}) {
  frames.say({ type: 'start', clientToken: token(), ...change });
  return frames.next('started');
}
const nextMessage = async (frames: Frames) => {
  for (;;) {
    const { item } = await frames.next('item');
    if (item.type === 'MESSAGE') return item;
  }
};

sockets('starts a chat with a greeting', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { contactId, participantToken, displayName } = await started(frames, { displayName: 'Cleo' });
  assert.is(displayName, 'Cleo');
  assert.ok(participantToken.startsWith(`${contactId}.`));
  const joined = (await frames.next('item')).item;
  assert.equal([joined.contentType, joined.displayName, joined.content], [contentTypes.joined, 'Cleo', null]);
  const greeting = await nextMessage(frames);
  assert.is(greeting.participantRole, 'SYSTEM');
  assert.is(greeting.id, `${contactId}.${greeting.seq}`);
});

sockets('starts a chat with its first message, and stores it once', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { type: _type, ...first } = message('Where is my parcel?', 't1');
  const { participantId } = await started(frames, { message: first });
  const { item, clientToken } = await frames.next('item').then(() => frames.next('item'));
  assert.equal([item.content, item.participantId, clientToken], ['Where is my parcel?', participantId, 't1']);
  assert.is((await nextMessage(frames)).participantRole, 'SYSTEM', 'the flow sends after it');
  frames.say(message('Where is my parcel?', 't1'));
  assert.is((await frames.next('ack')).seq, item.seq);
  frames.say({ type: 'end' });
});
sockets('starts nothing if the first message is refused', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { type: _type, ...first } = message('x'.repeat(limits.messageCharacters + 1));
  const clientToken = token();
  frames.say({ type: 'start', clientToken, message: first });
  const { code, pointer } = await frames.next('error');
  assert.equal([code, pointer], ['MESSAGE_TOO_LONG', '/message/content']);
  frames.say({ type: 'start', clientToken });
  await frames.next('started');
  frames.say({ type: 'end' });
});
sockets('notices that the visitor answered the pre-chat questions', async ({ test }) => {
  const preChat = [{ name: 'topic', label: 'Topic', required: false }];
  const widgetId = await test.createWidget({ preChat });
  for (const topic of ['', 'Order']) {
    const frames = await test.customer(widgetId);
    const { contactId } = await started(frames, { attributes: { topic, plan: 'pro' } });
    assert.is((await test.core.contacts.state(contactId))!.hasAnswers, topic !== '');
    frames.say({ type: 'end' });
  }
});

sockets(
  'tells a waiting customer their position, again after a resume, and not at all if that is off',
  async ({ test }) => {
    const widgetId = await test.createWidget();
    const [first, second] = await Promise.all([test.customer(widgetId), test.customer(widgetId)]);
    await started(first);
    const { position } = await first.next('queue');
    const { participantToken } = await started(second);
    const place = await second.next('queue');
    assert.is(place.position, position + 1);
    const again = await test.customer(widgetId);
    again.say({ type: 'resume', participantToken, after: 0 });
    assert.is((await again.next('queue')).position, place.position);

    const silent = await test.customer(await test.createWidget({ features: { queuePosition: false } }));
    await started(silent);
    silent.say(message('hello', 't1'));
    await silent.next('ack');
    assert.not(silent.unread().some(({ type }) => type === 'queue'));
    for (const frames of [first, again, silent]) frames.say({ type: 'end' });
  },
);

sockets(
  'acknowledges to the sender instead of showing the item, and shows it in the other tab',
  async ({ test, widgetId }) => {
    const [here, there] = await Promise.all([test.customer(widgetId), test.customer(widgetId)]);
    const { participantToken } = await started(here);
    there.say({ type: 'resume', participantToken, after: 0 });
    const { lastSeq } = await there.next('resumed');
    here.say(message('hello', 't1'));
    const ack = await here.next('ack');
    assert.is(ack.clientToken, 't1');
    assert.is(ack.seq, lastSeq + 1);
    for (;;) {
      const { item, clientToken } = await there.next('item');
      if (item.seq !== ack.seq) continue;
      assert.equal(
        [item.content, clientToken, item.id, item.absoluteTime],
        ['hello', 't1', ack.id, ack.absoluteTime],
      );
      break;
    }
    assert.not(here.unread().some(({ item }) => item?.seq === ack.seq));
  },
);

sockets('stores a repeated message once, and acknowledges it again', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { contactId } = await started(frames);
  frames.say(message('once', 't1'));
  frames.say(message('once', 't1'));
  const [first, second] = [await frames.next('ack'), await frames.next('ack')];
  assert.is(first.seq, second.seq);
  const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json<{
    items: { content: string }[];
  }>();
  assert.is(items.filter(({ content }) => content === 'once').length, 1);
});

sockets('continues after a number with each item once, in order', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { participantToken } = await started(frames);
  const acks = [];
  for (const content of ['one', 'two', 'three']) {
    frames.say(message(content, content));
    acks.push(await frames.next('ack'));
  }
  frames.close();
  const again = await test.customer(widgetId);
  again.say({ type: 'resume', participantToken, after: acks[0]!.seq });
  await again.next('resumed');
  const [two, three] = [await again.next('item'), await again.next('item')];
  assert.equal([two.item.content, three.item.content], ['two', 'three']);
  assert.equal([two.clientToken, three.clientToken], ['two', 'three']);
});

sockets('ignores numbers of another log history', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  const { participantToken, epoch } = await started(frames);
  frames.say(message('one', 't1'));
  const { seq } = await frames.next('ack');
  const again = await test.customer(widgetId);
  again.say({ type: 'resume', participantToken, after: seq, epoch: `not ${epoch}` });
  assert.is((await again.next('error')).code, 'CURSOR_BEYOND_LOG');
  again.say({ type: 'resume', participantToken, after: seq, epoch });
  assert.is((await again.next('resumed')).epoch, epoch);
});

sockets('opens the same chat for a repeated start', async ({ test, widgetId }) => {
  const clientToken = token();
  const [one, two] = await Promise.all([test.customer(widgetId), test.customer(widgetId)]);
  const first = await started(one, { clientToken });
  const second = await started(two, { clientToken });
  assert.is(first.contactId, second.contactId);
  assert.is(first.participantId, second.participantId);
  assert.is.not(first.participantToken, second.participantToken);
});

sockets('ends the chat for everybody, and accepts nothing more', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  await started(frames);
  frames.say({ type: 'end' });
  let item;
  do ({ item } = await frames.next('item'));
  while (item.contentType !== contentTypes.ended);
  frames.say(message('too late', 't9'));
  const { code, clientToken } = await frames.next('error');
  assert.equal([code, clientToken], ['CONTACT_ENDED', 't9']);
});

sockets('refuses a token of another widget or chat with the same error', async ({ test, widgetId }) => {
  const other = await test.createWidget({ name: 'Other' });
  const { participantToken } = await started(await test.customer(widgetId));
  const guesses = [participantToken.replace(/.$/, 'x') + 'y', `${'0'.repeat(8)}.${token()}`, 'nonsense', '.'];
  for (const [where, guess] of [
    [other, participantToken] as const,
    ...guesses.map((guess) => [widgetId, guess] as const),
  ]) {
    const frames = await test.customer(where);
    frames.say({ type: 'resume', participantToken: guess, after: 0 });
    const { code, message } = await frames.next('error');
    assert.equal([code, message], ['PARTICIPANT_REFUSED', "This token doesn't open a chat."]);
    assert.is((await frames.closed).code, closeCodes.PARTICIPANT_REFUSED);
  }
});

sockets(
  'answers invalid frames with their codes, and keeps the messages around them',
  async ({ test, widgetId }) => {
    const frames = await test.customer(widgetId);
    frames.say(message('too early', 't0'));
    assert.equal((await frames.next('error')).code, 'NOT_STARTED');
    await started(frames);
    const bad: [object | string, string][] = [
      ['{"type":', 'FRAME_NOT_JSON'],
      [{ type: 'shout' }, 'FRAME_TYPE_UNKNOWN'],
      [message('x'.repeat(1024 * 1024)), 'FRAME_TOO_LARGE'],
      [message('x'.repeat(limits.messageCharacters + 1)), 'MESSAGE_TOO_LONG'],
      [message(''), 'MESSAGE_EMPTY'],
      [{ ...message('x'), contentType: 'text/html' }, 'CONTENT_TYPE_UNSUPPORTED'],
      [{ type: 'start', clientToken: token() }, 'ALREADY_STARTED'],
      [{ type: 'read', seq: 'all' }, 'FRAME_INVALID'],
    ];
    for (const [frame, code] of bad) {
      frames.say(message(`before ${code}`, `before ${code}`));
      frames.say(frame);
      frames.say(message(`after ${code}`, `after ${code}`));
      assert.is((await frames.next('error')).code, code);
      assert.is((await frames.next('ack')).clientToken, `before ${code}`);
      assert.is((await frames.next('ack')).clientToken, `after ${code}`);
    }
  },
);

sockets(
  'refuses 20,000 attributes, or an invalid attribute name, and names them',
  async ({ test, widgetId }) => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`a${index}`, '1']));
    const some = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`a${index}`, '1']));
    for (const [attributes, code, pointer] of [
      [many, 'FRAME_TOO_LARGE', undefined],
      [some, 'ATTRIBUTES_INVALID', '/attributes'],
      [{ 'a b': '1' }, 'ATTRIBUTES_INVALID', '/attributes/a b'],
      [{ big: 'x'.repeat(limits.attributesBytes) }, 'ATTRIBUTES_INVALID', '/attributes'],
      [{ number: 1 }, 'FRAME_INVALID', '/attributes/number'],
    ] as const) {
      const frames = await test.customer(widgetId);
      frames.say({ type: 'start', clientToken: token(), attributes });
      const error = await frames.next('error');
      assert.equal([error.code, error.pointer], [code, pointer]);
      assert.ok(await started(frames), 'the same socket starts a chat afterwards');
    }
  },
);

sockets("closes a persistently faulty sender's socket for good", async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  for (let index = 0; index < limits.faultyFrames; index += 1) frames.say('?');
  assert.is((await frames.closed).code, closeCodes.PROTOCOL_VIOLATED);
});

sockets(
  'answers a flood with RATE_LIMITED, and loses nothing that was acknowledged',
  async ({ test, widgetId }) => {
    const frames = await test.customer(widgetId);
    const { contactId } = await started(frames);
    const sent = limits.frameBurst + 50;
    for (let index = 0; index < sent; index += 1) frames.say(message(`m${index}`, `m${index}`));
    assert.is((await frames.next('error')).code, 'RATE_LIMITED');
    frames.say({ type: 'end' });
    const errors = () => frames.unread().filter(({ type }) => type === 'error').length + 1;
    const acks = () => frames.unread().filter(({ type }) => type === 'ack');
    while (acks().length + errors() < sent) await new Promise((resolve) => setImmediate(resolve));
    const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json<{
      items: { seq: number }[];
    }>();
    const stored = new Set(items.map(({ seq }) => seq));
    assert.ok(acks().every(({ seq }) => stored.has(seq)));
  },
);

sockets('refuses a website that is not registered', async ({ test, widgetId }) => {
  for (const origin of [
    'https://evil.example',
    'https://shop.example.evil',
    'null',
    'http://shop.example',
    'https://shop.example:444',
  ]) {
    await test.customer(widgetId, origin).then(
      () => assert.unreachable(`${origin} got a socket`),
      (error: Error) => assert.match(error.message, '403'),
    );
  }
  await test.customer('no-such-widget').then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, '403'),
  );
});

sockets('tells clients to reconnect when the service stops', async () => {
  const test = await openTestApp();
  const frames = await test.customer(await test.createWidget());
  await started(frames);
  const closing = test.app.close();
  const { code, reason } = await frames.closed;
  assert.equal([code, reason], [closeCodes.SERVICE_RESTARTING, 'SERVICE_RESTARTING']);
  await closing;
  await test.close();
});
sockets('moves clients away before the service stops, and takes no new ones', async () => {
  const test = await openTestApp();
  const widgetId = await test.createWidget();
  const frames = await test.customer(widgetId);
  await started(frames);
  assert.is((await test.inject({ url: '/healthz' })).statusCode, 200);
  await test.core.departure.begin(200);
  const { code, reason } = await frames.closed;
  assert.is(code, closeCodes.SERVICE_RESTARTING);
  assert.match(reason, /^SERVICE_RESTARTING( \d{1,3})?$/);
  assert.is((await test.inject({ url: '/healthz' })).statusCode, 503);
  await test.customer(widgetId).then(
    () => assert.unreachable('a socket was taken'),
    (error: Error) => assert.match(error.message, '503'),
  );
  await test.close();
});
sockets('starts no chat without valid answers to the pre-chat form', async ({ test }) => {
  const widgetId = await test.createWidget({
    preChat: [
      { name: 'displayName', label: 'Your name' },
      { name: 'email', label: 'E-mail', type: 'email', required: true },
      { name: 'topic', label: 'Topic', type: 'select', options: ['Order', 'Other'] },
    ],
  });
  const frames = await test.customer(widgetId);
  const refused = async (attributes?: object) => {
    frames.say({ type: 'start', clientToken: token(), ...(attributes && { attributes }) });
    const { code, pointer } = await frames.next('error');
    return `${code} ${pointer}`;
  };
  assert.is(await refused(), 'ANSWER_INVALID /attributes/email');
  assert.is(await refused({ email: 'nobody' }), 'ANSWER_INVALID /attributes/email');
  assert.is(await refused({ email: 'a@b.example', topic: 'Else' }), 'ANSWER_INVALID /attributes/topic');
  const attributes = { displayName: 'Cleo', email: 'a@b.example', topic: 'Order' };
  const { contactId, displayName } = await started(frames, { attributes });
  assert.is(displayName, 'Cleo');
  const { contacts } = (await test.rest('GET', '/api/contacts')).json();
  const contact = contacts.find((each: { contactId: string }) => each.contactId === contactId);
  assert.equal(contact.attributes, attributes);
});

sockets.run();
