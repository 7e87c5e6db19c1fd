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
  it('sets each value after the page’s own property', () => {
    const { style } = themed({ headerColor: '#123456', launcherSize: 70 });
    expect(style.getPropertyValue('--header-color')).to.equal('var(--connect-chat-header-color, #123456)');
    expect(style.getPropertyValue('--open-icon-background-color')).to.contain(
      '--connect-chat-open-icon-background-color',
    );
    expect(style.getPropertyValue('--launcher-size')).to.equal('70px');
  });
  it('ignores values that are neither colours nor font names', () => {
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
