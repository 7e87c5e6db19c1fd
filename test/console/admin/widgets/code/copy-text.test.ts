import { expect } from '@open-wc/testing';
import { copyText } from '../../../../../console/admin/widgets/code/copy-text.js';

describe('copyText', () => {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
  const { execCommand } = document;
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { ...own, configurable: true });
    document.execCommand = execCommand;
  });
  const setClipboard = (value: unknown) =>
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });

  it('writes to the clipboard', async () => {
    const written: string[] = [];
    setClipboard({ writeText: async (text: string) => void written.push(text) });
    expect(await copyText('code')).to.equal(true);
    expect(written).to.deep.equal(['code']);
  });

  for (const [place, clipboard] of [
    ['on pages without https, which have no clipboard', undefined],
    [
      'where the browser denies the clipboard',
      { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    ],
  ] as const)
    it(`copies a selection instead, ${place}, and leaves nothing on the page`, async () => {
      setClipboard(clipboard);
      let selected = '';
      document.execCommand = (command) => {
        const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
        selected = `${command} ${value.slice(selectionStart, selectionEnd)}`;
        return true;
      };
      expect(await copyText('a key of 44 characters')).to.equal(true);
      expect(selected).to.equal('copy a key of 44 characters');
      expect(document.querySelector('body > textarea')).to.equal(null);
    });

  it('tells that nothing was copied', async () => {
    setClipboard(undefined);
    document.execCommand = () => false;
    expect(await copyText('code')).to.equal(false);
  });
});
