import { expect } from '@open-wc/testing';
import { contentTypes } from '../../../shared/content-types.js';
import { plainContent } from '../../../widget/elements/plain-content.js';

const interactive = (content: unknown) => ({
  contentType: contentTypes.interactive,
  content: typeof content === 'string' ? content : JSON.stringify(content),
});

describe('plainContent', () => {
  it('is the text itself, or a file’s name', () => {
    expect(plainContent({ contentType: 'text/plain', content: '{"a":1}' })).to.equal('{"a":1}');
    expect(
      plainContent({
        contentType: 'image/png',
        content: null,
        attachment: { attachmentId: 'a', name: 'cake.png', size: 3 },
      }),
    ).to.equal('cake.png');
  });
  it('is the title of something to choose from, and what was chosen', () => {
    expect(plainContent(interactive({ data: { content: { title: 'Which one?' } } }))).to.equal('Which one?');
    const answer = (content: object) =>
      plainContent({ contentType: contentTypes.interactiveResponse, content: JSON.stringify(content) });
    expect(answer({ selectionText: 'Plum cake' })).to.equal('Plum cake');
    expect(answer({ data: { actionName: 'Show more' } })).to.equal('Show more');
  });
  it('is nothing where there are no words', () => {
    for (const content of ['', 'null', '[]', '{"data":7}', '{"data":{"content":{"title":7}}}'])
      expect(plainContent(interactive(content)), content).to.equal('');
  });
});
