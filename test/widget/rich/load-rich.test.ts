import { expect } from '@open-wc/testing';
import { contentTypes } from '../../../shared/content-types.js';
import { tagFor } from '../../../widget/rich/load-rich.js';

describe('tagFor', () => {
  it('returns no element for a plain text', () => {
    for (const contentType of [contentTypes.plain, contentTypes.interactiveResponse, 'constructor', ''])
      expect(tagFor(contentType)).to.equal(null);
  });
  for (const contentType of [contentTypes.markdown, contentTypes.interactive] as const)
    it(`loads the element for ${contentType} at the first request`, async () => {
      const tag = tagFor(contentType)!;
      expect(customElements.get(tag)).to.equal(undefined);
      expect(tagFor(contentType)).to.equal(tag);
      await customElements.whenDefined(tag);
      expect(document.createElement(tag).constructor).to.equal(customElements.get(tag));
    });
});
