import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../shared/content-types.js';
import { plainContent } from '../../shared/plain-content.js';

const interactive = (content: unknown) => ({
  contentType: contentTypes.interactive,
  content: typeof content === 'string' ? content : JSON.stringify(content),
});

const plain = suite('plainContent');

plain("is the text itself, or a file's name", () => {
  assert.is(plainContent({ contentType: 'text/plain', content: '{"a":1}' }), '{"a":1}');
  assert.is(
    plainContent({
      contentType: 'image/png',
      content: null,
      attachment: { attachmentId: 'a', name: 'cake.png', size: 3 },
    }),
    'cake.png',
  );
});
plain('is the title of an interactive message, and the chosen option of an answer', () => {
  assert.is(plainContent(interactive({ data: { content: { title: 'Which one?' } } })), 'Which one?');
  const answer = (content: object) =>
    plainContent({ contentType: contentTypes.interactiveResponse, content: JSON.stringify(content) });
  assert.is(answer({ selectionText: 'Plum cake' }), 'Plum cake');
  assert.is(answer({ data: { actionName: 'Show more' } }), 'Show more');
});
plain('is empty if there is no text', () => {
  for (const content of ['', 'null', '[]', '{"data":7}', '{"data":{"content":{"title":7}}}'])
    assert.is(plainContent(interactive(content)), '', content);
});
plain.run();
