import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../../../widget/strings/en.js';
import '../../../widget/files/define-picture-dialog.js';
import type { PictureDialog } from '../../../widget/files/picture-dialog.js';

async function aPicture(width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

async function open({ width = 1280, height = 320, strings = en } = {}) {
  const told: string[] = [];
  const bytes = await aPicture(width, height);
  const picture = await fixture<PictureDialog>(
    html`<connect-chat-picture
      .name=${'<b>cake</b>.png'}
      .bytes=${bytes}
      .strings=${strings}
      @close=${() => told.push('close')}
      @save=${() => told.push('save')}
    ></connect-chat-picture>`,
  );
  await picture.isDrawn;
  const root = picture.shadowRoot!;
  const dialog = root.querySelector('dialog')!;
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === name)!;
  return { picture, root, dialog, told, button };
}
const escape = () =>
  new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });

describe('<connect-chat-picture>', () => {
  it('is an accessible, modal dialog with the name of its file, which is never markup', async () => {
    const { picture, root, dialog } = await open();
    await expect(picture).to.be.accessible();
    expect(dialog.matches(':modal')).to.equal(true);
    expect(dialog.getAttribute('aria-label')).to.equal('<b>cake</b>.png');
    expect(root.querySelector('b')).to.equal(null);
    expect(root.querySelector('canvas')!.getAttribute('aria-label')).to.equal('<b>cake</b>.png');
  });
  it('focuses its close button', async () => {
    const { root, button } = await open();
    expect(root.activeElement).to.equal(button('Close'));
  });
  it('fits the picture into the window, without enlarging it', async () => {
    const large = await open({ width: 3000, height: 1500 });
    const canvas = large.root.querySelector('canvas')!;
    expect([canvas.width, canvas.height]).to.deep.equal([3000, 1500]);
    // The size in the layout: an animation scales it at first.
    const { offsetWidth: width, offsetHeight: height } = canvas;
    expect(Math.abs(width / height - 2)).to.be.below(0.02);
    expect(width).to.be.at.most(innerWidth);
    expect(width).to.be.above(innerWidth * 0.8);
    expect(height).to.be.below(innerHeight);
    const small = await open({ width: 40, height: 30 });
    expect(small.root.querySelector('canvas')!.offsetWidth).to.equal(40);
  });
  it('covers the window from any place in the page', async () => {
    const { dialog, picture } = await open();
    picture.parentElement!.style.transform = 'scale(0.5)';
    const { left, top, width, height } = dialog.getBoundingClientRect();
    expect([left, top, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
  });
  it('closes by its button and by a press beside the picture, not by one on it', async () => {
    const { root, told, button } = await open();
    button('Close').click();
    expect(told).to.deep.equal(['close']);
    root.querySelector('canvas')!.click();
    expect(told).to.deep.equal(['close']);
    root.querySelector<HTMLElement>('.stage')!.click();
    expect(told).to.deep.equal(['close', 'close']);
  });
  it('closes by Escape, and stops all keys from reaching the elements around it', async () => {
    const { picture, told, button } = await open();
    let heard = 0;
    picture.addEventListener('keydown', () => (heard += 1));
    const pressed = escape();
    button('Close').dispatchEvent(pressed);
    expect([told, heard, pressed.defaultPrevented]).to.deep.equal([['close'], 0, true]);
    button('Close').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }),
    );
    expect(heard).to.equal(0);
  });
  it('closes when the browser requests it (the back gesture of a phone)', async () => {
    const { dialog, told } = await open();
    const asked = new Event('cancel', { cancelable: true });
    dialog.dispatchEvent(asked);
    expect([told, asked.defaultPrevented]).to.deep.equal([['close'], true]);
  });
  it('saves the file', async () => {
    const { button, told } = await open();
    button('Download <b>cake</b>.png').click();
    expect(told).to.deep.equal(['save']);
  });
  it('has the direction of its language, not of the file’s name', async () => {
    const { dialog } = await open({ strings: Object.assign(Object.create(en), { direction: 'rtl' }) });
    expect(getComputedStyle(dialog).direction).to.equal('rtl');
  });
  it('opens in browsers without modal dialogs', async () => {
    const { showModal } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = undefined as never;
    try {
      const { root, dialog, button } = await open();
      expect(dialog.getBoundingClientRect().width).to.equal(innerWidth);
      expect(root.activeElement).to.equal(button('Close'));
    } finally {
      HTMLDialogElement.prototype.showModal = showModal;
    }
  });
});
