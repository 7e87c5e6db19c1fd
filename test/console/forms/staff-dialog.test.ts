import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../console/forms/define.js';
import type { StaffDialog } from '../../../console/forms/staff-dialog.js';
import { control, settle } from '../../support/console/press.js';

/** A page with a button that has the focus, and a dialog above it. */
async function open(): Promise<{ opener: HTMLButtonElement; dialog: StaffDialog; place: HTMLElement }> {
  const place = await fixture<HTMLElement>(html`<div><button>Delete</button></div>`);
  const opener = place.querySelector('button')!;
  opener.focus();
  const dialog = document.createElement('connect-chat-staff-dialog');
  dialog.heading = 'Delete this key?';
  const text = document.createElement('p');
  text.textContent = 'Tokens signed by it will stop working.';
  const keep = document.createElement('button');
  keep.textContent = 'Keep key';
  keep.dataset.focus = '';
  dialog.append(text, keep);
  place.append(dialog);
  await settle();
  return { opener, dialog, place };
}
const boxOf = (dialog: StaffDialog) => dialog.shadowRoot!.querySelector('dialog')!;

describe('<connect-chat-staff-dialog>', () => {
  it('is accessible, and named by its heading', async () => {
    const { dialog } = await open();
    await expect(dialog).to.be.accessible();
    const label = boxOf(dialog).getAttribute('aria-labelledby')!;
    expect(dialog.shadowRoot!.getElementById(label)!.textContent).to.equal('Delete this key?');
  });

  it('is open as soon as it is on the page, over everything else', async () => {
    const { dialog } = await open();
    expect([boxOf(dialog).open, boxOf(dialog).matches(':modal')]).to.deep.equal([true, true]);
  });

  it('moves the focus to the harmless answer, and gives it back when it is gone', async () => {
    const { opener, dialog } = await open();
    expect(control(dialog, 'Keep key').matches(':focus')).to.equal(true);
    dialog.remove();
    expect(opener.matches(':focus')).to.equal(true);
  });

  it('gives the focus back to an element inside a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.focus();
    const dialog = document.createElement('connect-chat-staff-dialog');
    host.after(dialog);
    await settle();
    dialog.remove();
    expect(host.shadowRoot!.activeElement === inner).to.equal(true);
  });

  it('leaves the focus alone where the element that had it is gone', async () => {
    const { opener, dialog } = await open();
    opener.remove();
    dialog.remove();
    expect(document.activeElement === document.body).to.equal(true);
  });

  it('asks its owner to close it on Escape, and stays until the owner does', async () => {
    const { dialog } = await open();
    setTimeout(() => boxOf(dialog).dispatchEvent(new Event('cancel', { cancelable: true })));
    const event = await oneEvent(dialog, 'connect-chat-dismiss');
    expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
    expect(boxOf(dialog).open).to.equal(true);
  });

  it('stays shut where it is taken away before it was drawn', async () => {
    const dialog = document.createElement('connect-chat-staff-dialog');
    document.body.append(dialog);
    dialog.remove();
    await settle();
    expect(boxOf(dialog).open).to.equal(false);
  });

  it('is shown in its place by browsers without modal dialogs', async () => {
    const { showModal } = HTMLDialogElement.prototype;
    delete (HTMLDialogElement.prototype as Partial<HTMLDialogElement>).showModal;
    try {
      const { dialog } = await open();
      expect([boxOf(dialog).open, boxOf(dialog).matches(':modal')]).to.deep.equal([true, false]);
    } finally {
      HTMLDialogElement.prototype.showModal = showModal;
    }
  });
});
