import { expect, fixture, html } from '@open-wc/testing';
import type { ItemAttachment } from '../../../shared/transcript-item.js';
import type { FileEvent } from '../../../widget/events/file-event.js';
import type { AttachmentCard } from '../../../widget/files/attachment-card.js';
import '../../../widget/files/define.js';
import { waitUntil } from '../../support/wait-until.js';

const attachment: ItemAttachment = { attachmentId: 'a1', name: '<b>cake</b>.png', size: 2048 };

/** The card, and the intents that it dispatches; `bytes` is the file's content. */
async function draw(contentType: string, bytes: () => Promise<Blob>, itemId: string | undefined = 'c.1') {
  const asked: string[] = [];
  const take = (event: FileEvent): void => {
    if (event.intent.type !== 'read') return;
    asked.push(`${event.intent.itemId} ${event.intent.attachmentId}`);
    event.intent.take(bytes());
  };
  let drawn!: () => void;
  const isDrawn = new Promise<void>((resolve) => (drawn = resolve));
  const card = await fixture<AttachmentCard>(
    html`<connect-chat-attachment
      .attachment=${attachment}
      .contentType=${contentType}
      .itemId=${itemId}
      @connect-chat-file=${take}
      @connect-chat-drawn=${() => drawn()}
    ></connect-chat-attachment>`,
  );
  return { card, asked, isDrawn, root: card.renderRoot as ShadowRoot };
}
async function aPicture(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 320;
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

describe('<connect-chat-attachment>', () => {
  it('shows the file’s name and size, never as markup', async () => {
    const { root, asked } = await draw('application/pdf', () => Promise.reject(new Error('unread')));
    expect(root.querySelector('bdi')!.textContent).to.equal('<b>cake</b>.png');
    expect(root.querySelector('button')!.getAttribute('aria-label')).to.equal(
      'Download <b>cake</b>.png 2 kB',
    );
    expect(asked).to.deep.equal([]);
  });
  it('warns of a document with macros', async () => {
    const card = await fixture<AttachmentCard>(
      html`<connect-chat-attachment
        .attachment=${{ attachmentId: 'a1', name: 'a.docm', size: 2048, hasMacros: true }}
        .contentType=${'application/vnd.ms-word.document.macroEnabled.12'}
        .itemId=${'c.1'}
      ></connect-chat-attachment>`,
    );
    expect(card.renderRoot.querySelector('.mark')!.textContent).to.equal('Contains macros');
    expect(card.renderRoot.querySelector('button')!.getAttribute('aria-label')).to.equal(
      'Download a.docm 2 kB Contains macros',
    );
    await expect(card).to.be.accessible();
  });
  it('shows a preview of a picture', async () => {
    const picture = await aPicture();
    const { root, isDrawn, asked } = await draw('image/png', () => Promise.resolve(picture));
    await isDrawn;
    const canvas = root.querySelector('canvas')!;
    expect(canvas.getBoundingClientRect().height).to.be.above(0);
    expect([canvas.width, canvas.height]).to.deep.equal([640, 160]);
    expect(asked).to.deep.equal(['c.1 a1']);
  });
  it('shows the name only if the bytes are no picture', async () => {
    const { root, card } = await draw('image/png', () => Promise.resolve(new Blob(['no picture'])));
    await card.updateComplete;
    expect(root.querySelector('canvas')).to.equal(null);
    expect(root.querySelectorAll('button')).to.have.length(1);
  });
  it('opens a picture, and returns the focus to its preview', async () => {
    const picture = await aPicture();
    const { root, card, isDrawn, asked } = await draw('image/png', () => Promise.resolve(picture));
    await isDrawn;
    const button = root.querySelector<HTMLElement>('button.picture')!;
    expect(button.getAttribute('aria-label')).to.equal('Enlarge <b>cake</b>.png');
    await expect(card).to.be.accessible();
    button.click();
    await waitUntil(() => root.querySelector('connect-chat-picture'));
    const dialog = root.querySelector('connect-chat-picture')!;
    await dialog.isDrawn;
    expect(root.activeElement).to.equal(dialog);
    expect(asked).to.have.length(1);
    dialog.dispatchEvent(new Event('close'));
    await card.updateComplete;
    expect(root.querySelector('connect-chat-picture')).to.equal(null);
    expect(root.activeElement).to.equal(button);
  });
  it('gives a small picture a target that is large enough for a finger', async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1, height: 1 });
    const picture = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
    const { root, isDrawn } = await draw('image/png', () => Promise.resolve(picture));
    await isDrawn;
    const { width, height } = root.querySelector('button.picture')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });
  it('shows that a file can’t be downloaded, and tries again at the next press', async () => {
    const { root, card, asked } = await draw('application/pdf', () => Promise.reject(new Error('gone')));
    const press = async (): Promise<void> => {
      root.querySelector('button')!.click();
      while (!root.querySelector('.problem')) await card.updateComplete;
    };
    await press();
    expect(root.querySelector('.problem')!.textContent).to.contain('couldn’t be read');
    root.querySelector('button')!.click();
    await card.updateComplete;
    expect(asked).to.have.length(2);
  });
  it('has no button while the file is being sent', async () => {
    const { root } = await draw('image/png', () => Promise.reject(new Error('unread')), '');
    expect(root.querySelector('button')).to.equal(null);
  });
});
