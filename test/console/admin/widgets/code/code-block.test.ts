import { expect, fixture, html } from '@open-wc/testing';
import { CodeBlock } from '../../../../../console/admin/widgets/code/code-block.js';
import { control, settle } from '../../../../support/console/press.js';

if (!customElements.get('connect-chat-code-block'))
  customElements.define('connect-chat-code-block', CodeBlock);

const open = () =>
  fixture<CodeBlock>(
    html`<connect-chat-code-block label="the tag" .text=${'<b>not markup</b>'}></connect-chat-code-block>`,
  );
const buttonOf = (block: CodeBlock) => control(block, 'Copy the tag');
const textOf = (block: CodeBlock) => buttonOf(block).textContent.trim();
const announced = (block: CodeBlock) => block.shadowRoot!.querySelector('[role="status"]')!.textContent;

describe('<connect-chat-code-block>', () => {
  const { setTimeout: later } = window;
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
  const useClipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  afterEach(() => {
    window.setTimeout = later;
    Object.defineProperty(navigator, 'clipboard', { ...own, configurable: true });
  });

  it('is accessible, and can be scrolled by keyboard', async () => {
    const block = await open();
    await expect(block).to.be.accessible();
    const code = block.shadowRoot!.querySelector('pre')!;
    expect([code.tabIndex, code.getAttribute('aria-label')]).to.deep.equal([0, 'the tag']);
  });

  it('shows its text as it is', async () => {
    expect((await open()).shadowRoot!.querySelector('pre')!.textContent).to.equal('<b>not markup</b>');
  });

  it('copies the whole text, and says so', async () => {
    const copied: string[] = [];
    useClipboard(async (text) => void copied.push(text));
    const block = await open();
    expect(textOf(block)).to.equal('Copy');
    buttonOf(block).click();
    await settle();
    expect(copied).to.deep.equal(['<b>not markup</b>']);
    expect([textOf(block), announced(block)]).to.deep.equal(['Copied', 'Copied']);
  });

  it('offers to copy again after two seconds', async () => {
    useClipboard(async () => undefined);
    const timers: [() => void, number][] = [];
    const block = await open();
    window.setTimeout = ((callback: () => void, milliseconds = 0) =>
      milliseconds === 2_000
        ? timers.push([callback, milliseconds])
        : later(callback, milliseconds)) as typeof later;
    buttonOf(block).click();
    await settle();
    expect([textOf(block), timers.length]).to.deep.equal(['Copied', 1]);
    timers[0]![0]();
    await settle();
    expect([textOf(block), announced(block)]).to.deep.equal(['Copy', '']);
  });

  it('says what to press where the browser lets no page copy', async () => {
    useClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const { execCommand } = document;
    document.execCommand = () => false;
    try {
      const block = await open();
      buttonOf(block).click();
      await settle();
      expect(textOf(block)).to.equal('Press Ctrl+C');
    } finally {
      document.execCommand = execCommand;
    }
  });
});
