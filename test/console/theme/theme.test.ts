import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { theme } from '../../../console/theme/theme.styles.js';
import '../../../widget/elements/define.js';
import '../../../widget/emoji/define.js';
import '../../../widget/files/define.js';
import '../../../widget/rich/define-interactive.js';
import '../../../widget/rich/define-markdown.js';

/** The elements that the staff pages share with the widget. */
const shared = ['transcript', 'composer', 'attachment', 'uploads', 'emoji-picker', 'interactive', 'markdown'];

describe('the theme of the staff pages', () => {
  it('defines every custom property that the shared elements use', () => {
    const given = theme.map(({ cssText }) => cssText).join('');
    const missing = shared.flatMap((name) => {
      const element = customElements.get(`connect-chat-${name}`) as typeof LitElement;
      const used = element.elementStyles.map((style) => (style as { cssText: string }).cssText).join('');
      return [...used.matchAll(/var\(\s*(--(?!connect-chat-)[a-z-]*color)\b/g)]
        .map(([, property]) => property!)
        .filter((property) => !given.includes(`${property}:`))
        .map((property) => `${name}: ${property}`);
    });
    expect(missing).to.deep.equal([]);
  });
});
