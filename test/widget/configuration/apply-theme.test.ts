import { expect } from '@open-wc/testing';
import { applyTheme } from '../../../widget/configuration/apply-theme.js';
import { checkWidget } from '../../../shared/widget-input.js';

const { theme } = checkWidget({ name: 'Shop' }).widget!;

function themed(changes: object): HTMLElement {
  const element = document.createElement('div');
  applyTheme(element, { ...theme, ...changes });
  return element;
}

describe('applying a theme', () => {
  it('hands each value on, behind the page’s own', () => {
    const { style } = themed({ headerColor: '#123456', launcherSize: 70 });
    expect(style.getPropertyValue('--header-color')).to.equal('var(--connect-chat-header-color, #123456)');
    expect(style.getPropertyValue('--open-icon-background-color')).to.contain(
      '--connect-chat-open-icon-background-color',
    );
    expect(style.getPropertyValue('--launcher-size')).to.equal('70px');
  });
  it('lets nothing through that a stored file should not have', () => {
    for (const headerColor of [
      'url(https://evil.example/x)',
      '#fff; background: url(https://evil.example)',
      'red} * {display:none',
      'expression(alert(1))',
      '</style><script>alert(1)</script>:',
      'a'.repeat(10_000),
    ]) {
      const { style } = themed({ headerColor });
      expect(style.getPropertyValue('--header-color'), headerColor).to.equal('');
      expect(style.cssText).to.not.contain('evil');
    }
  });
});
