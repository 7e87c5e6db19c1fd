import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decide } from '../../../../service/contact/decide.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  queuedContact,
  servedContact,
} from '../../../support/contact-fixtures.js';

const close = (message: string | null = null) => ({ type: 'close', now: noon + 1, message }) as const;

const closing = suite('close');
closing('ends a chat for everybody, and withdraws its offer', () => {
  const ringing = accepted(queuedContact(), {
    type: 'offer',
    now: noon,
    agentId: 'a1',
    until: noon + 20_000,
  });
  const { entries, state } = accepted(ringing.state, close());
  assert.equal(kinds(entries), ['offer.closed', 'chat.ended']);
  assert.equal([state.status, state.endReason, state.queue], ['ENDED', 'ADMIN', null]);
});
closing('sends the reason before the end', () => {
  const { entries } = accepted(servedContact(), close('We close at six.'));
  assert.equal(kinds(entries), ['message', 'chat.ended']);
  assert.ok(entries[0]?.kind === 'message' && entries[0].who.role === 'SYSTEM');
  assert.ok(entries[0].content === 'We close at six.');
  assert.ok(entries[1]?.kind === 'chat.ended' && entries[1].by === null);
});
closing('does nothing to a chat that has ended', () => {
  const { state } = accepted(servedContact(), close());
  assert.equal(decide(state, close('again'), emptyWorld), { entries: [] });
});
closing('refuses a reason that is too long', () => {
  const decision = decide(servedContact(), close('x'.repeat(1025)), emptyWorld);
  assert.ok('refused' in decision);
  assert.equal([decision.refused, decision.pointer], ['MESSAGE_TOO_LONG', '/message']);
});
closing.run();
