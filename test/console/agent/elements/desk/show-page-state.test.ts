import { expect } from '@open-wc/testing';
import { showPageState } from '../../../../../console/agent/elements/desk/show-page-state.js';
import { chat, offer } from '../../../../support/console/agent-fixtures.js';

describe('what the tab shows', () => {
  const icon = document.createElement('link');
  icon.rel = 'icon';
  beforeEach(() => {
    icon.setAttribute('href', '/icon.svg');
    document.head.append(icon);
  });
  afterEach(() => icon.remove());

  it('is a number and a dot while a chat rings or a message is unread', () => {
    showPageState([{ ...chat(1), unread: 2 }], [offer(2)]);
    expect([document.title, icon.getAttribute('href')]).to.deep.equal([
      '(3) Agent console',
      '/icon-unread.svg',
    ]);
  });

  it('is the plain name and icon otherwise', () => {
    showPageState([chat(1)], [offer(2)]);
    showPageState([chat(1)], []);
    expect([document.title, icon.getAttribute('href')]).to.deep.equal(['Agent console', '/icon.svg']);
  });
});
