import { expect, fixture, html } from '@open-wc/testing';
import {
  renderDisableDialog,
  type DisableDialog,
} from '../../../../../console/admin/accounts/elements/render-disable-dialog.js';
import '../../../../../console/forms/define.js';
import { control, press, readingOf, settle } from '../../../../support/console/press.js';

async function open(change: Partial<DisableDialog> = {}): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(
    html`<div>
      ${renderDisableDialog({
        displayName: 'Maria',
        refusal: '',
        isBusy: false,
        onConfirm: () => undefined,
        onDismiss: () => undefined,
        ...change,
      })}
    </div>`,
  );
  await settle();
  return place;
}

describe('the question before an account is disabled', () => {
  it('is accessible, with a refusal', async () => {
    await expect(await open({ refusal: 'Somebody has to be an administrator.' })).to.be.accessible();
  });

  it('says whom it is about, and what follows', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('Disable Maria?');
    expect(text).to.contain('Maria will be signed out immediately');
  });

  it('has the focus on the answer that changes nothing', async () => {
    expect(control(await open(), 'Cancel').matches(':focus')).to.equal(true);
  });

  it('tells which answer was given', async () => {
    const answers: string[] = [];
    const place = await open({
      onConfirm: () => answers.push('disable'),
      onDismiss: () => answers.push('cancel'),
    });
    press(place, 'Disable');
    press(place, 'Cancel');
    expect(answers).to.deep.equal(['disable', 'cancel']);
  });

  it('announces why the service refused it', async () => {
    const place = await open({ refusal: 'Somebody has to be an administrator.' });
    expect(place.querySelector('[role="alert"]')!.textContent).to.equal(
      'Somebody has to be an administrator.',
    );
  });

  it('says that it is being done', async () => {
    const button = control(await open({ isBusy: true }), 'Saving…');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
  });
});
