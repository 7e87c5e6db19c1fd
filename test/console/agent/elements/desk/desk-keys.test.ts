import { expect, fixture, html } from '@open-wc/testing';
import { DeskKeys } from '../../../../../console/agent/elements/desk/desk-keys.js';
import { FakeHost } from '../../../../support/console/fake-host.js';

function open({ isOfUse = true, usesCharacters = true } = {}) {
  const host = new FakeHost();
  const used: string[] = [];
  new DeskKeys(host, {
    usesCharacters: () => usesCharacters,
    use: (key) => {
      used.push(key);
      return isOfUse;
    },
  });
  host.connect();
  return { host, used };
}
/** Presses a key, and tells whether the browser's own action was prevented. */
function press(key: string, altKey = true): boolean {
  const event = new KeyboardEvent('keydown', { key, altKey, cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('DeskKeys', () => {
  it('hears the keys of the desk, and prevents what the browser would do', () => {
    const { host, used } = open();
    expect(['ArrowDown', 'ArrowUp', 'Enter'].map((key) => press(key))).to.deep.equal([true, true, true]);
    expect(used).to.deep.equal(['next-chat', 'previous-chat', 'accept']);
    host.disconnect();
  });

  it('leaves a key to the browser where there is nothing to do', () => {
    const { host, used } = open({ isOfUse: false });
    expect(press('Enter')).to.equal(false);
    expect(used).to.deep.equal(['accept']);
    host.disconnect();
  });

  it('leaves other keys alone', () => {
    const { host, used } = open();
    expect([press('Enter', false), press('ArrowLeft')]).to.deep.equal([false, false]);
    expect(used).to.deep.equal([]);
    host.disconnect();
  });

  it('hears nothing once the desk has left the page', () => {
    const { host, used } = open();
    host.disconnect();
    expect(press('ArrowDown')).to.equal(false);
    expect(used).to.deep.equal([]);
  });

  it('leaves the question mark to text boxes, also inside a component', async () => {
    const { host, used } = open();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const root = place.attachShadow({ mode: 'open' });
    root.innerHTML = '<input aria-label="Text" /><button>Button</button>';
    for (const name of ['input', 'button'])
      root
        .querySelector(name)!
        .dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }));
    expect(used).to.deep.equal(['keys']);
    host.disconnect();
  });

  it('leaves letters alone if the agent does not use them', () => {
    const { host, used } = open({ usesCharacters: false });
    expect([press('u'), press('Enter')]).to.deep.equal([false, true]);
    expect(used).to.deep.equal(['accept']);
    host.disconnect();
  });
});
