import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ServiceError } from '../../../service/errors.js';
import type { ParticipantActs } from '../../../service/participant/participant-acts.js';
import type { ParticipantView } from '../../../service/participant/participant-view.js';
import type { Who } from '../../../service/participant/who.js';
import { createParticipantWorld } from '../../support/participant-world.js';

/**
 * Amazon Connect's Participant Service in miniature: each request is answered separately, and a socket shows
 * everything, including the participant's own items. It has no rules of its own.
 */
const requests = (acts: ParticipantActs, who: Who) => ({
  async sendMessage(request: { ClientToken: string; ContentType: string; Content: string }) {
    const { ClientToken: clientToken, ContentType: contentType, Content: content } = request;
    const { id, absoluteTime } = await acts.stored(
      who,
      await acts.send(who, { clientToken, contentType, content }),
    );
    return { Id: id, AbsoluteTime: absoluteTime };
  },
  disconnectParticipant: () => acts.leave(who),
});
/** Items as that socket sends them; typing is an item there. */
const amazonView = (sent: object[]): ParticipantView => ({
  item: ({ item }) => sent.push({ Id: item.id, ContentType: item.contentType, Content: item.content }),
  typing: ({ role }) =>
    sent.push({ ContentType: 'application/vnd.amazonaws.connect.event.typing', ParticipantRole: role }),
  stored: () => undefined,
  receipt: () => undefined,
  refused: (error) => assert.unreachable(String(error)),
  failed: (error) => assert.unreachable(String(error)),
  busy: () => null,
});
const hello = { ClientToken: 't1', ContentType: 'text/plain', Content: 'hello' };

const edge = suite('a second edge');
edge('answers a request with its item, and shows the item to its participant too', async () => {
  const world = await createParticipantWorld();
  const sent: object[] = [];
  await world.connect('c1', 'CUSTOMER', amazonView(sent));
  const customer = requests(world.acts, { contactId: 'k1', participantId: 'c1' });
  const { Id, AbsoluteTime } = await customer.sendMessage(hello);
  await world.settle();
  assert.equal(sent.pop(), { Id, ContentType: 'text/plain', Content: 'hello' });
  assert.is(AbsoluteTime, new Date(world.clock.now()).toISOString());
});
edge('answers a repeated request like the first one', async () => {
  const world = await createParticipantWorld();
  const customer = requests(world.acts, { contactId: 'k1', participantId: 'c1' });
  const first = await customer.sendMessage(hello);
  world.clock.pass(5_000);
  assert.equal(await customer.sendMessage(hello), first);
});
edge('gets refusals and the effect of a disconnection from the role', async () => {
  const world = await createParticipantWorld();
  const agentId = await world.accept();
  await world.join('s1', 'SUPERVISOR');
  const of = (participantId: string) => requests(world.acts, { contactId: 'k1', participantId });
  const refusal = await of('s1')
    .sendMessage(hello)
    .catch((error: unknown) => error);
  assert.is(refusal instanceof ServiceError && refusal.code, 'NOT_ALLOWED');
  await of(agentId).disconnectParticipant();
  assert.is((await world.state('k1')).status, 'ACTIVE');
  await of('c1').disconnectParticipant();
  assert.is((await world.state('k1')).status, 'ENDED');
});
edge.run();
