import { expect } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { drawStandIn } from '../../../widget/embed/stand-in.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';

function open(theme: Partial<WidgetConfiguration['theme']> = {}, load = () => Promise.resolve()) {
  const element = document.createElement('div');
  let loads = 0;
  const counted = (): Promise<unknown> => {
    loads += 1;
    return load();
  };
  document.body.append(element);
  drawStandIn(element, counted, { ...fakeConfiguration, theme: { ...fakeConfiguration.theme, ...theme } });
  const button = element.shadowRoot!.querySelector('button')!;
  return { element, button, loads: () => loads };
}

describe('the snippet’s launcher', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((element) => element.remove()));

  it('is an accessible button with the launcher’s name', async () => {
    const { element, button } = open();
    await expect(element).to.be.accessible();
    expect(button.getAttribute('aria-label')).to.equal('Start chat');
    expect(button.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
  });
  it('shows the theme’s text, which is its name then', () => {
    const { button } = open({ launcherLabel: 'Ask us' });
    expect(button.textContent).to.equal('Ask us');
    expect(button.getAttribute('aria-label')).to.equal('Ask us');
    expect(button.offsetWidth).to.be.above(button.offsetHeight);
  });
  it('has the theme’s colours, size and side', () => {
    const { button } = open({ launcherPosition: 'left', launcherSize: 64 });
    const { left, width, height } = button.getBoundingClientRect();
    expect([left, width, height]).to.deep.equal([20, 64, 64]);
    expect(getComputedStyle(button).backgroundColor).to.equal('rgb(170, 0, 0)');
  });
  it('loads the element’s code when the pointer or the focus comes to it, and opens nothing yet', () => {
    const { element, button, loads } = open();
    button.dispatchEvent(new PointerEvent('pointerenter'));
    button.dispatchEvent(new FocusEvent('focus'));
    expect(loads()).to.equal(2);
    expect(element.hasAttribute('open')).to.equal(false);
  });
  it('opens the chat when it is pressed, and is busy until the code is loaded', () => {
    const { element, button, loads } = open();
    button.click();
    expect([loads(), element.hasAttribute('open')]).to.deep.equal([1, true]);
    expect(button.getAttribute('aria-busy')).to.equal('true');
  });
  it('remains if the code can’t be loaded, and tries again when it is pressed', async () => {
    const { element, button, loads } = open({}, () => Promise.reject(new Error('offline')));
    button.click();
    await Promise.resolve();
    button.click();
    expect(loads()).to.equal(2);
    expect(element.shadowRoot!.contains(button)).to.equal(true);
  });
});
