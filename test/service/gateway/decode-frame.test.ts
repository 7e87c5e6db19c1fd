import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { customerFrameSchemas } from '../../../shared/protocol/customer-frames.js';
import { limits } from '../../../shared/limits.js';
import { createFrameDecoder, InvalidFrame, textOfFrame } from '../../../service/gateway/decode-frame.js';

const decode = createFrameDecoder(customerFrameSchemas);
function text(value: unknown) {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const found = textOfFrame(bytes, false);
  return typeof found === 'string' ? decode(found) : found;
}
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
decoding('reads messages without escapes like all others', () => {
  const texts = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constant('x'.repeat(501)));
  const members = fc.record({ clientToken: texts, contentType: texts, content: texts });
  fc.assert(
    fc.property(members, ({ clientToken, contentType, content }) => {
      const frame = { type: 'message', clientToken, contentType, content };
      // In another order, the members are parsed and checked by the schema.
      const other = { content, contentType, clientToken, type: 'message' };
      const [decoded, parsed] = [text(frame), text(other)];
      const isRefused = parsed instanceof InvalidFrame;
      assert.is(decoded instanceof InvalidFrame, isRefused);
      if (!isRefused) assert.equal(decoded, parsed);
    }),
  );
});
decoding('refuses anything but one JSON object', () => {
  for (const value of ['', '{', '[]', 'null', '"message"', '1', '{"type":"typing"}{}']) {
    assert.is(refusal(value).code, 'FRAME_NOT_JSON');
  }
  const binary = textOfFrame(Buffer.from('{"type":"typing"}'), true);
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
