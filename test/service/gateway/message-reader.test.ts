import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { messageReader } from '../../../service/gateway/message-reader.js';
import { agentFrameSchemas } from '../../../shared/protocol/agent-frames.js';
import { customerFrameSchemas } from '../../../shared/protocol/customer-frames.js';

const [read, readOfSeveral] = [messageReader(customerFrameSchemas), messageReader(agentFrameSchemas)];
const frame = { type: 'message', clientToken: 't1', contentType: 'text/plain', content: 'hé 🙂' } as const;
const json = JSON.stringify(frame);

const reading = suite('messageReader');
reading('reads a message as our clients write it', () => {
  assert.equal(read(json), frame);
  assert.equal(read(JSON.stringify({ ...frame, content: '' })), { ...frame, content: '' });
});
reading('reads the contact of a message, where frames have one', () => {
  const ofContact = { ...frame, contactId: 'k1' };
  assert.equal(readOfSeveral(JSON.stringify(ofContact)), ofContact);
  assert.is(readOfSeveral(json), null);
  assert.is(read(JSON.stringify(ofContact)), null);
});
reading('leaves every other text to the parser', () => {
  const others = [
    '',
    '{}',
    JSON.stringify({ ...frame, content: '"quoted"' }),
    JSON.stringify({ ...frame, content: 'two\nlines' }),
    JSON.stringify({ ...frame, clientToken: '' }),
    JSON.stringify({ ...frame, clientToken: 't'.repeat(501) }),
    JSON.stringify({ ...frame, extra: 1 }),
    JSON.stringify({ ...frame, type: 'typing' }),
    json.replace('hé', 'h\n'),
    `${json}x`,
    ` ${json}`,
  ];
  for (const text of others) assert.is(read(text), null, text);
});
reading.run();
