import { expect, fixture, html } from '@open-wc/testing';
import { renderLeaving } from '../../../../console/admin/pages/render-leaving.js';
import '../../../../console/forms/define.js';
import { control, deepAll, press, readingOf, settle } from '../../../support/console/press.js';

async function open() {
  const answers: string[] = [];
  const content = renderLeaving({ onLeave: () => answers.push('leave'), onStay: () => answers.push('stay') });
  const place = await fixture<HTMLElement>(html`<div>${content}</div>`);
  await settle();
  return { place, answers };
}

describe('the question before unsaved changes are lost', () => {
  it('is accessible, and says what is at stake', async () => {
    const { place } = await open();
    await expect(place).to.be.accessible();
    expect(readingOf(place)).to.contain('Leave without saving?').and.to.contain('Your changes will be lost.');
  });

  it('has the focus on the answer that keeps them', async () => {
    expect(control((await open()).place, 'Keep editing').matches(':focus')).to.equal(true);
  });

  it('tells which answer was given', async () => {
    const { place, answers } = await open();
    press(place, 'Leave without saving');
    press(place, 'Keep editing');
    expect(answers).to.deep.equal(['leave', 'stay']);
  });

  it('takes Escape for staying', async () => {
    const { place, answers } = await open();
    deepAll(place, 'dialog')[0]!.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(answers).to.deep.equal(['stay']);
  });
});
