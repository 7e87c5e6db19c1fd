import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import type { ParticipantRole } from '../../../shared/transcript-item.js';
import { messageContentTypes, refuseContent } from '../../../service/contact/contact-content.js';

const refused = (
  role: ParticipantRole,
  contentType: string,
  content: string,
  { taken = messageContentTypes, longMessages = false } = {},
) => refuseContent({ role, contentType, content }, { contentTypes: taken, longMessages })?.refused ?? null;
const { plain, markdown, interactive, interactiveResponse } = contentTypes;
/** A JSON object of this many characters. */
const json = (length: number, filling = 'x'): string => `{"a":"${filling.repeat(length - 8)}"}`;

const content = suite('refuseContent');
content('accepts plain text and Markdown of up to 1,024 characters from every role', () => {
  for (const role of ['CUSTOMER', 'AGENT', 'SYSTEM'] as const)
    for (const type of [plain, markdown]) {
      assert.is(refused(role, type, 'x'.repeat(limits.messageCharacters)), null);
      assert.is(refused(role, type, 'x'.repeat(limits.messageCharacters + 1)), 'MESSAGE_TOO_LONG');
      assert.is(refused(role, type, ''), 'MESSAGE_EMPTY');
    }
});
content('accepts 16,384 bytes of text if long messages are allowed, and explains a refusal', () => {
  const longMessages = true;
  const most = limits.longMessageBytes;
  for (const role of ['CUSTOMER', 'AGENT'] as const)
    for (const type of [plain, markdown]) {
      assert.is(refused(role, type, 'x'.repeat(most), { longMessages }), null);
      assert.is(refused(role, type, 'x'.repeat(most + 1), { longMessages }), 'MESSAGE_TOO_LONG');
      assert.is(refused(role, type, 'é'.repeat(most / 2), { longMessages }), null);
      assert.is(refused(role, type, '日'.repeat(most / 2), { longMessages }), 'MESSAGE_TOO_LONG');
      assert.is(refused(role, type, '', { longMessages }), 'MESSAGE_EMPTY');
    }
  const said = { role: 'AGENT', contentType: plain, content: 'x'.repeat(most + 1) } as const;
  assert.equal(refuseContent(said, { contentTypes: [plain], longMessages }), {
    refused: 'MESSAGE_TOO_LONG',
    pointer: '/content',
    message: 'A message of this chat may have 16,384 bytes (UTF-8).',
  });
});
content('accepts interactive messages from agents, and answers from customers', () => {
  assert.is(refused('AGENT', interactive, '{}'), null);
  assert.is(refused('SYSTEM', interactive, '{}'), null);
  assert.is(refused('CUSTOMER', interactiveResponse, '{}'), null);
  assert.is(refused('CUSTOMER', interactive, '{}'), 'CONTENT_TYPE_UNSUPPORTED');
  assert.is(refused('AGENT', interactiveResponse, '{}'), 'CONTENT_TYPE_UNSUPPORTED');
});
content('accepts 20,000 bytes of an interactive message, and explains a refusal', () => {
  assert.is(refused('AGENT', interactive, json(limits.interactiveBytes)), null);
  assert.is(refused('AGENT', interactive, json(limits.interactiveBytes + 1)), 'MESSAGE_TOO_LONG');
  const inTwoBytesEach = json(8 + (limits.interactiveBytes - 8) / 2, 'é');
  assert.is(refused('AGENT', interactive, inTwoBytesEach), null);
  const decision = refuseContent(
    { role: 'AGENT', contentType: interactive, content: `${inTwoBytesEach} ` },
    { contentTypes: messageContentTypes, longMessages: true },
  );
  assert.equal(decision, {
    refused: 'MESSAGE_TOO_LONG',
    pointer: '/content',
    message: 'An interactive message may have 20,000 bytes.',
  });
});
content('accepts 12,288 characters of an answer to one', () => {
  const most = limits.interactiveResponseCharacters;
  assert.is(refused('CUSTOMER', interactiveResponse, json(most, 'é')), null);
  assert.is(refused('CUSTOMER', interactiveResponse, json(most + 1)), 'MESSAGE_TOO_LONG');
});
content("refuses content that should be a JSON object and isn't", () => {
  for (const given of ['x', '{"a":', '[]', 'null', '"{}"', '1', '{}{}']) {
    assert.is(refused('AGENT', interactive, given), 'CONTENT_INVALID', given);
    assert.is(refused('CUSTOMER', interactiveResponse, given), 'CONTENT_INVALID', given);
  }
  assert.is(refused('AGENT', interactive, ''), 'MESSAGE_EMPTY');
});
content("refuses content types that the page doesn't support", () => {
  assert.is(refused('AGENT', markdown, 'x', { taken: [plain] }), 'CONTENT_TYPE_UNSUPPORTED');
  assert.is(refused('AGENT', interactive, '{}', { taken: [plain, markdown] }), 'CONTENT_TYPE_UNSUPPORTED');
  assert.is(refused('AGENT', 'text/html', 'x'), 'CONTENT_TYPE_UNSUPPORTED');
});
content.run();
