import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveAll, resolveText } from '../../../service/flow/references.js';

const known = {
  Channel: 'CHAT',
  'Attributes.name': 'Cleo',
  'Attributes.odd name': 'odd',
  'Queue.Name': 'Support',
};

const references = suite('references');
references('replaces references, alone or in a text', () => {
  assert.is(resolveText('$.Channel', known), 'CHAT');
  assert.is(
    resolveText("Hi $.Attributes.name, $.Attributes['odd name'] in $.Queue.Name.", known),
    'Hi Cleo, odd in Support.',
  );
});
references('replaces unknown references with nothing, also names of object members', () => {
  assert.is(resolveText('[$.Attributes.none][$.constructor][$.Attributes.__proto__]', known), '[][][]');
});
references('keeps other dollar signs', () =>
  assert.is(resolveText('5$ and $x and $', known), '5$ and $x and $'),
);
references('replaces references in every text of a value, and nothing else', () => {
  assert.equal(resolveAll({ a: ['$.Channel', 7], b: { c: '$.Channel' }, d: null }, known), {
    a: ['CHAT', 7],
    b: { c: 'CHAT' },
    d: null,
  });
});
references("doesn't resolve references in inserted values", () => {
  assert.is(
    resolveText('$.Attributes.name', { 'Attributes.name': '$.Channel', Channel: 'CHAT' }),
    '$.Channel',
  );
});
references.run();
