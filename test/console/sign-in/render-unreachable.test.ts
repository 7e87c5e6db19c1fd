import { expect, fixture, html } from '@open-wc/testing';
import { renderUnreachable } from '../../../console/sign-in/render-unreachable.js';
import { press, readingOf } from '../../support/console/press.js';

async function open(onRetry = () => undefined as void) {
  const content = renderUnreachable({
    heading: "Can't load the console",
    problem: 'No connection.',
    onRetry,
  });
  return fixture<HTMLElement>(html`<div>${content}</div>`);
}

describe('a page whose service can’t be reached', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('says what is missing and why, at once', async () => {
    const page = await open();
    expect(readingOf(page)).to.contain("Can't load the console").and.to.contain('No connection.');
    expect(page.querySelector('[role="alert"]')!.textContent).to.equal('No connection.');
  });

  it('can be tried again', async () => {
    let count = 0;
    const page = await open(() => (count += 1));
    press(page, 'Try again');
    press(page, 'Try again');
    expect(count).to.equal(2);
  });
});
