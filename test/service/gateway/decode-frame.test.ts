import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { customerFrameSchemas } from '../../../shared/protocol/customer-frames.js';
import { limits } from '../../../shared/limits.js';
import { createFrameDecoder, InvalidFrame } from '../../../service/gateway/decode-frame.js';

const decode = createFrameDecoder(customerFrameSchemas);
const text = (value: unknown) =>
  decode(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), false);
const refusal = (value: unknown) => {
  const decoded = text(value);
  if (!(decoded instanceof InvalidFrame)) throw new Error('not refused');
  return { code: decoded.error.code, pointer: decoded.error.pointer, about: decoded.about };
};

const decoding = suite('createFrameDecoder');
decoding('returns a frame that matches its schema', () => {
  const frame = { type: 'message', clientToken: 't', contentType: 'text/plain', content: 'hello' };
  assert.equal(text(frame), frame);
});
decoding('refuses anything but one JSON object', () => {
  for (const value of ['', '{', '[]', 'null', '"message"', '1', '{"type":"typing"}{}']) {
    assert.is(refusal(value).code, 'FRAME_NOT_JSON');
  }
  const binary = decode(Buffer.from('{"type":"typing"}'), true);
  assert.is(binary instanceof InvalidFrame && binary.error.code, 'FRAME_NOT_JSON');
});
decoding('refuses unknown types, also names of object members', () => {
  for (const type of ['shout', 'constructor', '__proto__', '', 7, null]) {
    assert.is(refusal({ type }).code, 'FRAME_TYPE_UNKNOWN');
  }
});
decoding('names the member at fault, and the message', () => {
  assert.equal(refusal({ type: 'message', clientToken: 't', contentType: 'text/plain', content: 7 }), {
    code: 'FRAME_INVALID',
    pointer: '/content',
    about: { clientToken: 't' },
  });
  assert.is(refusal({ type: 'typing', extra: 1 }).code, 'FRAME_INVALID');
  assert.is(refusal({ type: 'read', seq: 0 }).pointer, '/seq');
});
decoding('decodes the largest message, however its bytes are escaped in JSON', () => {
  // A control character is one byte, and six bytes in JSON.
  const content = '\u0001'.repeat(limits.longMessageBytes);
  const clientToken = '\u0001'.repeat(500);
  const decoded = text(JSON.stringify({ type: 'message', clientToken, contentType: 'text/plain', content }));
  assert.not.instance(decoded, InvalidFrame);
});
decoding("doesn't parse frames of more than 128 KiB", () => {
  const content = 'x'.repeat(limits.frameBytes);
  assert.is(
    refusal({ type: 'message', clientToken: 't', contentType: 'text/plain', content }).code,
    'FRAME_TOO_LARGE',
  );
});
decoding('handles any bytes without throwing', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (value) => Boolean(text(value))));
});
decoding.run();
