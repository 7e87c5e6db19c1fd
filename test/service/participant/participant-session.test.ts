import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import type { StoredMessage } from '../../../service/participant/participant-view.js';
import { createParticipantWorld, text, type RecordedView } from '../../support/participant-world.js';

const contents = (view: RecordedView): (string | null)[] =>
  view
    .of<TranscriptItem>('item')
    .filter(({ type, participantRole }) => type === 'MESSAGE' && participantRole !== 'SYSTEM')
    .map(({ content }) => content);
const events = (view: RecordedView): string[] =>
  view
    .of<TranscriptItem>('item')
    .filter(({ type }) => type === 'EVENT')
    .map(({ contentType, participantRole }) => `${contentType.split('.').pop()} ${participantRole}`);
const tokens = (view: RecordedView): string[] =>
  view.of<StoredMessage>('stored').map(({ clientToken }) => clientToken);

const sessions = suite('ParticipantSession');
sessions('shows everything after a number, then each new item', async () => {
  const world = await createParticipantWorld();
  await world.write('k1', 'one');
  const { lastSeq } = await world.state('k1');
  await world.write('k1', 'two');
  const { view } = await world.connect('c1', 'CUSTOMER', {}, lastSeq);
  assert.equal(contents(view), ['two']);
  await world.write('k1', 'three');
  assert.equal(contents(view), ['two', 'three']);
});
sessions('answers its own sends instead of showing the item, which others see', async () => {
  const world = await createParticipantWorld();
  const here = await world.connect('c1', 'CUSTOMER');
  const there = await world.connect('c1', 'CUSTOMER');
  here.session.send(text('hello', 't1'));
  await world.settle();
  const [stored] = here.view.of<StoredMessage>('stored');
  const [shown] = there.view.of<TranscriptItem & { clientToken: string }>('item').slice(-1);
  assert.equal(contents(here.view), []);
  assert.equal([shown!.content, shown!.clientToken], ['hello', 't1']);
  const { seq, id, absoluteTime } = shown!;
  assert.equal(stored, { clientToken: 't1', seq, id, absoluteTime });
});
sessions('answers each repetition, and stores it once', async () => {
  const world = await createParticipantWorld();
  const { session, view } = await world.connect('c1', 'CUSTOMER');
  session.send(text('hello', 't1'));
  session.send(text('hello', 't1'));
  await world.settle();
  session.send(text('hello', 't1'));
  await world.settle();
  assert.equal(tokens(view), ['t1', 't1', 't1']);
  assert.is(new Set(view.of<StoredMessage>('stored').map(({ seq }) => seq)).size, 1);
});
sessions('lets nothing overtake a file that is being looked up', async () => {
  const world = await createParticipantWorld();
  const { session, view } = await world.connect('c1', 'CUSTOMER');
  const content = (async function* () {
    yield Buffer.from('bill');
  })();
  const upload = { contactId: 'k1', participantId: 'c1', name: 'bill.txt', content };
  const { attachmentId } = await world.attachments.upload(upload);
  session.attach({ clientToken: 'file', attachmentId });
  session.send(text('after'));
  session.end();
  await world.settle();
  assert.equal(tokens(view), ['file', 'after']);
  assert.equal(events(view).slice(-1), ['ended null']);
});
sessions('reports refusals with their client token', async () => {
  const world = await createParticipantWorld();
  const { session, view } = await world.connect('c1', 'CUSTOMER');
  session.send(text('', 't1'));
  session.attach({ clientToken: 't2', attachmentId: 'none' });
  await world.settle();
  const codes = view
    .of<{ error: { code: string }; clientToken: string }>('refused')
    .map(({ error, clientToken }) => `${clientToken} ${error.code}`);
  assert.equal(codes, ['t1 MESSAGE_EMPTY', 't2 ATTACHMENT_NOT_FOUND']);
});
sessions('collects marks, and writes the highest when it is closed', async () => {
  const world = await createParticipantWorld();
  const { view } = await world.connect('c1', 'CUSTOMER');
  const { session } = await world.connect('c1', 'CUSTOMER');
  session.mark({ delivered: 3 });
  session.mark({ delivered: 2, read: 2 });
  session.close();
  await world.settle();
  const receipts = view.of<{ delivered: number; read: number }>('receipt');
  assert.equal(
    receipts.map(({ delivered, read }) => [delivered, read]),
    [[3, 2]],
  );
});
sessions('shows typing to others, not to the participant', async () => {
  const world = await createParticipantWorld();
  const agentId = await world.accept();
  const customer = await world.connect('c1', 'CUSTOMER');
  const agent = await world.connect(agentId, 'AGENT');
  agent.session.typing();
  await world.settle();
  assert.equal([customer.view.of('typing').length, agent.view.of('typing').length], [1, 0]);
});
sessions("reports once that the contact can't be read", async () => {
  const world = await createParticipantWorld();
  const failure = new Error('unreadable');
  world.contacts.log.read = () => Promise.reject(failure);
  const { view } = await world.connect('c1', 'CUSTOMER');
  assert.equal(view.of('failed'), [failure]);
});
sessions.run();

const roles = suite('roles');
roles('show a customer their place, and count them as connected until the session is closed', async () => {
  const world = await createParticipantWorld();
  await world.pass(200_000);
  assert.ok((await world.state('k1')).goneSince);
  const { session, view } = await world.connect('c1', 'CUSTOMER');
  assert.is((await world.state('k1')).goneSince, null);
  await world.pass(5_000);
  await world.pass(5_000);
  assert.equal(view.of('queuePlace'), [{ position: 1, size: 1 }]);
  session.close();
  await world.pass(200_000);
});
roles("show staff the customer's presence and rating, but not the customer", async () => {
  const world = await createParticipantWorld();
  const agentId = await world.accept();
  const agent = await world.connect(agentId, 'AGENT');
  const customer = await world.connect('c1', 'CUSTOMER');
  const since = world.clock.now();
  const [gone, back] = ['customer-gone', 'customer-back'] as const;
  await world.contacts.run('k1', { type: gone, now: since, since });
  await world.contacts.run('k1', { type: back, now: since });
  customer.session.end();
  await world.settle();
  const survey = { kind: 'STARS', rating: 5, comment: '' } as const;
  await world.contacts.run('k1', { type: 'rate', now: since, clientToken: 'r1', survey });
  await world.settle();
  const at = new Date(since).toISOString();
  assert.equal(agent.view.of('customerPresence'), [at, null]);
  assert.equal(agent.view.of('survey'), [{ ...survey, at }]);
  assert.equal([...customer.view.of('customerPresence'), ...customer.view.of('survey')], []);
});
roles("hide a supervisor's presence and receipts from others, but not a bot's", async () => {
  const world = await createParticipantWorld();
  const { view } = await world.connect('c1', 'CUSTOMER');
  await world.join('s1', 'SUPERVISOR');
  await world.join('b1', 'CUSTOM_BOT');
  for (const [participantId, role] of [
    ['s1', 'SUPERVISOR'],
    ['b1', 'CUSTOM_BOT'],
  ] as const) {
    const { session } = await world.connect(participantId, role);
    session.typing();
    session.mark({ read: 1 });
    session.leave();
    session.close();
  }
  await world.settle();
  assert.equal(
    events(view).filter((event) => !event.endsWith('CUSTOMER')),
    ['joined CUSTOM_BOT', 'left CUSTOM_BOT'],
  );
  const ids = (call: 'typing' | 'receipt') =>
    view.of<{ participantId: string }>(call).map(({ participantId }) => participantId);
  assert.equal(ids('typing'), ['b1']);
});
roles('show a supervisor the chat, who may not send or end', async () => {
  const world = await createParticipantWorld();
  await world.join('s1', 'SUPERVISOR');
  const { session, view } = await world.connect('s1', 'SUPERVISOR');
  await world.write('k1', 'hello');
  session.send(text('psst', 't1'));
  session.end();
  await world.settle();
  assert.is(contents(view).pop(), 'hello');
  const codes = view.of<{ error: { code: string } }>('refused').map(({ error }) => error.code);
  assert.equal(codes, ['NOT_ALLOWED', 'NOT_ALLOWED']);
  assert.is((await world.state('k1')).status, 'ACTIVE');
});
roles('let the chat continue when an agent leaves, and end it when the customer leaves', async () => {
  const world = await createParticipantWorld();
  const agent = await world.connect(await world.accept(), 'AGENT');
  const customer = await world.connect('c1', 'CUSTOMER');
  agent.session.leave();
  await world.settle();
  assert.is((await world.state('k1')).status, 'ACTIVE');
  assert.equal(events(customer.view).slice(-1), ['left AGENT']);
  customer.session.leave();
  await world.settle();
  const { status, endReason } = await world.state('k1');
  assert.equal([status, endReason], ['ENDED', 'CUSTOMER']);
});
roles('allow an edge to omit what it has no frame for', async () => {
  const world = await createParticipantWorld();
  const without = { queuePlace: undefined, customerPresence: undefined, survey: undefined };
  const { view } = await world.connect('c1', 'CUSTOMER', without);
  await world.pass(10_000);
  assert.equal(world.errors, []);
  assert.ok(view.of<TranscriptItem>('item').some(({ contentType }) => contentType === contentTypes.joined));
});
roles.run();
