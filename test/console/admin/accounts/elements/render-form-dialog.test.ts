import { expect, fixture, html } from '@open-wc/testing';
import {
  renderFormDialog,
  type FormDialog,
} from '../../../../../console/admin/accounts/elements/render-form-dialog.js';
import '../../../../../console/forms/define.js';
import { control, press, readingOf, settle } from '../../../../support/console/press.js';

async function open(change: Partial<FormDialog> = {}): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(
    html`<div>
      ${renderFormDialog({
        heading: 'Edit Maria',
        action: 'Save',
        state: { problem: '', isBusy: false },
        content: html`<p>Fields</p>`,
        onSubmit: (event) => event.preventDefault(),
        onCancel: () => undefined,
        ...change,
      })}
    </div>`,
  );
  await settle();
  return place;
}

describe('a form in a dialog', () => {
  it('is accessible, with what went wrong', async () => {
    await expect(await open({ state: { problem: 'No connection.', isBusy: false } })).to.be.accessible();
  });

  it('shows its heading, its fields and its two buttons', async () => {
    expect(readingOf(await open())).to.match(/Edit Maria.*Fields.*Cancel.*Save/);
  });

  it('is sent once by its button, and cancelled by the other', async () => {
    const done: string[] = [];
    const place = await open({
      onSubmit: (event) => {
        event.preventDefault();
        done.push('sent');
      },
      onCancel: () => done.push('cancelled'),
    });
    press(place, 'Save');
    press(place, 'Cancel');
    expect(done).to.deep.equal(['sent', 'cancelled']);
  });

  it('says that it is being saved; the focus stays on the button', async () => {
    const button = control<HTMLButtonElement>(
      await open({ state: { problem: '', isBusy: true } }),
      'Saving…',
    );
    expect([button.getAttribute('aria-disabled'), button.disabled]).to.deep.equal(['true', false]);
  });

  it('announces what went wrong above the fields', async () => {
    const place = await open({ state: { problem: 'No connection.', isBusy: false } });
    const alert = place.querySelector('[role="alert"]')!;
    expect(alert.textContent).to.equal('No connection.');
    expect(readingOf(place)).to.match(/No connection\..*Fields/);
  });
});
