import { Compile } from 'typebox/compile';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agentFrameSchemas } from '../../../shared/protocol/agent-frames.js';
import { customerFrameSchemas } from '../../../shared/protocol/customer-frames.js';
import { participantFrameSchemas } from '../../../shared/protocol/participant-frames.js';

const names = Object.keys(participantFrameSchemas) as (keyof typeof participantFrameSchemas)[];
/** A frame of each type that all participants have. */
const frames = {
  message: { type: 'message', clientToken: 't1', contentType: 'text/plain', content: 'hello' },
  attachment: { type: 'attachment', clientToken: 't1', attachmentId: 'f1' },
  typing: { type: 'typing' },
  delivered: { type: 'delivered', seq: 1 },
  read: { type: 'read', seq: 1 },
  end: { type: 'end' },
};

const vocabulary = suite('the frames of one contact');
vocabulary("are the same for a customer, and have a contact's id for an agent", () => {
  assert.equal(Object.keys(frames), names);
  for (const name of names) {
    const frame = frames[name];
    const [customers, agents] = [Compile(customerFrameSchemas[name]), Compile(agentFrameSchemas[name])];
    assert.equal([customers.Check(frame), agents.Check({ ...frame, contactId: 'k1' })], [true, true], name);
    assert.equal([customers.Check({ ...frame, contactId: 'k1' }), agents.Check(frame)], [false, false], name);
  }
});
vocabulary('have no other members', () => {
  for (const name of names) {
    const more = { ...frames[name], more: 1 };
    assert.not(Compile(customerFrameSchemas[name]).Check(more), name);
    assert.not(Compile(agentFrameSchemas[name]).Check({ ...more, contactId: 'k1' }), name);
  }
});
vocabulary.run();
