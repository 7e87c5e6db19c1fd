import { expect } from '@open-wc/testing';
import { createNanoEvents } from 'nanoevents';
import type { ChatError } from '../../client/chat-error.js';
import { createMemoryStore } from '../../client/chat-store.js';
import { ContactChannel, type ContactEvents } from '../../client/contact-channel.js';
import type { OwnSpeaker } from '../../client/own-item.js';
import { contentTypes } from '../../shared/content-types.js';
import type { ItemFrame, ParticipantFrame } from '../../shared/protocol/participant-frames.js';
import { createTestEnvironment, settled } from '../support/client/test-environment.js';

const own: OwnSpeaker = { participantId: 'p1', participantRole: 'AGENT', displayName: 'Ada' };
const absoluteTime = '2026-06-01T00:00:00.000Z';
const itemFrame = (
  seq: number,
  content: string | null,
  change: Partial<ItemFrame['item']> = {},
): ItemFrame => ({
  type: 'item',
  item: {
    ...{ seq, id: `k1.${seq}`, absoluteTime, content, participantId: 'c1', displayName: 'Cleo' },
    ...{ participantRole: 'CUSTOMER', type: content === null ? 'EVENT' : 'MESSAGE' },
    contentType: contentTypes.plain,
    ...change,
  },
});
const ended = (seq: number): ItemFrame =>
  itemFrame(seq, null, { contentType: contentTypes.ended, participantId: null });

async function openChannel() {
  const environment = createTestEnvironment();
  const events = createNanoEvents<ContactEvents>();
  const heard: ParticipantFrame[] = [];
  const told = { live: [] as string[], replayed: [] as string[], ended: 0, restarts: 0 };
  events.on('items', (added, isLive) =>
    told[isLive ? 'live' : 'replayed'].push(...added.map(({ content }) => content ?? '')),
  );
  const channel = new ContactChannel({
    ...{ environment, events, store: createMemoryStore() },
    connection: { send: (frame) => heard.push(frame), restart: () => (told.restarts += 1) },
    onEnded: () => (told.ended += 1),
  });
  const of = <Type extends ParticipantFrame['type']>(type: Type) =>
    heard.filter((frame): frame is Extract<ParticipantFrame, { type: Type }> => frame.type === type);
  const acknowledge = (seq: number) => {
    const { clientToken } = of('message').at(-1)!;
    channel.receive({ type: 'ack', clientToken, seq, id: `k1.${seq}`, absoluteTime });
  };
  channel.open(own, 0);
  await settled();
  return { environment, channel, told, of, acknowledge };
}
const contents = (channel: ContactChannel) => channel.transcript.items.map(({ content }) => content);

describe('ContactChannel', () => {
  it('tells what was said before the connection apart from what is said now', async () => {
    const { channel, told } = await openChannel();
    channel.close();
    channel.open(own, 4);
    for (const seq of [3, 4, 5]) channel.receive(itemFrame(seq, `${seq}`));
    channel.receive(itemFrame(4, '4'));
    expect([told.replayed, told.live]).to.deep.equal([['3', '4'], ['5']]);
    expect(contents(channel)).to.deep.equal(['3', '4', '5']);
  });

  it('takes other items for those that were forgotten', async () => {
    const { channel } = await openChannel();
    for (const seq of [3, 4, 5]) channel.receive(itemFrame(seq, `${seq}`));
    channel.close();
    channel.transcript.clear(3);
    channel.open(own, 4);
    channel.receive(itemFrame(4, 'another'));
    expect(contents(channel)).to.deep.equal(['3', 'another']);
  });

  it('gives a message the place that its acknowledgement names, under the name of its own side', async () => {
    const { channel, acknowledge } = await openChannel();
    const sent = channel.send('hello');
    acknowledge(7);
    const { seq, content, participantId, participantRole, displayName } = await sent;
    expect([seq, content, participantId, participantRole, displayName]).to.deep.equal([
      ...[7, 'hello'],
      ...['p1', 'AGENT', 'Ada'],
    ]);
    expect(channel.sending.messages).to.deep.equal([]);
  });

  it('sends nothing while it is closed, and everything in order once it is open again', async () => {
    const { channel, of, acknowledge } = await openChannel();
    channel.close();
    for (const text of ['one', 'two']) void channel.send(text);
    channel.typing();
    channel.receipts.read(3);
    expect([of('message'), of('typing')]).to.deep.equal([[], []]);
    channel.open(own, 0);
    acknowledge(1);
    acknowledge(2);
    expect(of('message').map(({ content }) => content)).to.deep.equal(['one', 'two']);
  });

  it('says typing at most every four seconds, and at once after a message', async () => {
    const { channel, environment, of } = await openChannel();
    channel.typing();
    environment.pass(3_999);
    channel.typing();
    expect(of('typing')).to.have.length(1);
    environment.pass(1);
    channel.typing();
    expect(of('typing')).to.have.length(2);
    void channel.send('hello');
    channel.typing();
    expect(of('typing')).to.have.length(3);
  });

  it('tells how far others’ items have arrived, not its own', async () => {
    const { channel, environment, of } = await openChannel();
    channel.receive(itemFrame(3, 'theirs'));
    channel.receive({ ...itemFrame(4, 'mine', { participantId: 'p1' }), clientToken: 't1' });
    environment.pass(400);
    expect(of('delivered')).to.deep.equal([{ type: 'delivered', seq: 3 }]);
  });

  it('ends the contact once everything said is stored, and again on the next connection', async () => {
    const { channel, of, acknowledge } = await openChannel();
    void channel.send('last words');
    channel.end();
    channel.end();
    expect(of('end')).to.deep.equal([]);
    acknowledge(3);
    expect(of('end')).to.have.length(1);
    channel.close();
    channel.open(own, 3);
    expect(of('end')).to.have.length(2);
  });

  it('does not ask for the end again where it was refused', async () => {
    const { channel, of } = await openChannel();
    channel.end();
    channel.cancelEnd();
    channel.close();
    channel.open(own, 0);
    expect(of('end')).to.have.length(1);
  });

  it('is over with the item that says so: what was not stored is refused', async () => {
    const { channel, told, of } = await openChannel();
    const refusal = channel.send('too late').catch((error: ChatError) => error.code);
    channel.receive(ended(9));
    expect(await refusal).to.equal('CONTACT_ENDED');
    expect(told.ended).to.equal(1);
    channel.typing();
    expect(of('typing')).to.deep.equal([]);
  });

  it('leaves a contact without its items, and keeps what was refused there', async () => {
    const { channel } = await openChannel();
    channel.receive(itemFrame(3, 'hello'));
    channel.send('too late').catch(() => undefined);
    channel.receive(ended(4));
    channel.reset();
    expect([contents(channel), channel.sending.messages.length]).to.deep.equal([[], 1]);
  });

  it('gives the connection up where a message is not answered', async () => {
    const { channel, environment, told } = await openChannel();
    void channel.send('hello').catch(() => undefined);
    environment.pass(10_000);
    expect(told.restarts).to.equal(1);
  });
});
