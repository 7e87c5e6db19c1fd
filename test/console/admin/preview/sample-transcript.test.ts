import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  sampleCustomerId,
  sampleItem,
  sampleTranscript,
  type SampleChat,
} from '../../../../console/admin/preview/sample-transcript.js';
import { contentTypes } from '../../../../shared/content-types.js';
import { de } from '../../../../shared/visitor-texts/de.js';

const make = (kind: SampleChat, startsOnOpen = false) => sampleTranscript(kind, { texts: de, startsOnOpen });
const roles = (kind: SampleChat, startsOnOpen?: boolean) =>
  make(kind, startsOnOpen).map(({ participantRole }) => participantRole);

const transcript = suite('a sample transcript');
transcript('is empty before a chat', () => {
  assert.equal(make('none'), []);
});
transcript('speaks the texts of the widget', () => {
  assert.equal(
    make('started').map(({ content }) => content),
    [de.greeting, de.connecting],
  );
  assert.ok(make('nobody').some(({ content }) => content === de.nobodyAvailable));
});
transcript('begins with whoever speaks first in that widget', () => {
  assert.equal(roles('chat').slice(0, 3), ['CUSTOMER', 'SYSTEM', 'SYSTEM']);
  assert.equal(roles('chat', true).slice(0, 3), ['SYSTEM', 'SYSTEM', 'CUSTOMER']);
});
transcript('ends with the end of the chat only where the chat has ended', () => {
  assert.is(make('ended').at(-1)!.contentType, contentTypes.ended);
  assert.not(make('chat').some(({ contentType }) => contentType === contentTypes.ended));
});
transcript('is numbered from 1, in order of time', () => {
  const items = make('ended');
  assert.equal(
    items.map(({ seq }) => seq),
    items.map((_item, index) => index + 1),
  );
  const times = items.map(({ absoluteTime }) => absoluteTime);
  assert.equal(times, [...times].sort());
});
transcript.run();

const item = suite('a sample item');
item('is a message of the visitor, or an event without content', () => {
  const message = sampleItem(4, ['CUSTOMER', 'Hello']);
  assert.equal(
    [message.type, message.participantId, message.displayName],
    ['MESSAGE', sampleCustomerId, 'You'],
  );
  const event = sampleItem(5, ['AGENT', null, contentTypes.joined]);
  assert.equal([event.type, event.contentType, event.displayName], ['EVENT', contentTypes.joined, 'Maria']);
});
item.run();
