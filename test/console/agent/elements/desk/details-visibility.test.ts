import { expect } from '@open-wc/testing';
import { DetailsVisibility } from '../../../../../console/agent/elements/desk/details-visibility.js';
import { createTabMemory } from '../../../../../console/agent/storage/tab-memory.js';
import { FakeHost } from '../../../../support/console/fake-host.js';
import { createTestStorage } from '../../../../support/console/test-storage.js';

/** Replaces the screen; its width changes when the test says so. */
class TestScreen extends EventTarget {
  matches: boolean;

  constructor(isWide: boolean) {
    super();
    this.matches = isWide;
  }

  become(isWide: boolean): void {
    this.matches = isWide;
    this.dispatchEvent(new Event('change'));
  }
}

describe('DetailsVisibility', () => {
  const { matchMedia } = window;
  afterEach(() => (window.matchMedia = matchMedia));

  function open(isWide: boolean, storage = createTestStorage()) {
    const screen = new TestScreen(isWide);
    window.matchMedia = () => screen as unknown as MediaQueryList;
    const host = new FakeHost();
    const memory = createTabMemory({ storage, agentId: 'a1' });
    const details = new DetailsVisibility(host, () => memory);
    host.connect();
    host.updates = 0;
    return { screen, host, details };
  }

  it('shows the details on a wide screen from the start', () => {
    const { details } = open(true);
    expect([details.isDrawer, details.isShown]).to.deep.equal([false, true]);
  });

  it('remembers over a reload that the agent has hidden them', () => {
    const storage = createTestStorage();
    const first = open(true, storage);
    first.details.show(false);
    expect([first.details.isShown, first.host.updates]).to.deep.equal([false, 1]);
    expect(open(true, storage).details.isShown).to.equal(false);
    open(true, storage).details.show(true);
    expect(open(true, storage).details.isShown).to.equal(true);
  });

  it('is a drawer on a narrower screen, which waits to be asked for', () => {
    const { details } = open(false);
    expect([details.isDrawer, details.isShown]).to.deep.equal([true, false]);
    details.show(true);
    expect(details.isShown).to.equal(true);
    details.closeDrawer();
    expect(details.isShown).to.equal(false);
  });

  it('leaves the choice for wide screens alone when a drawer is closed', () => {
    const storage = createTestStorage();
    const { details } = open(false, storage);
    details.show(true);
    details.show(false);
    expect(storage.length).to.equal(0);
    expect(open(true, storage).details.isShown).to.equal(true);
  });

  it('follows the width of the screen while it is on the page', () => {
    const { screen, host, details } = open(true);
    screen.become(false);
    expect([host.updates, details.isDrawer]).to.deep.equal([1, true]);
    host.disconnect();
    screen.become(true);
    expect(host.updates).to.equal(1);
  });

  it('works where the list of media queries has no events, as in Safari 13', () => {
    window.matchMedia = () => ({ matches: true }) as MediaQueryList;
    const host = new FakeHost();
    const memory = createTabMemory({ storage: createTestStorage(), agentId: 'a1' });
    const details = new DetailsVisibility(host, () => memory);
    host.connect();
    host.disconnect();
    expect(details.isShown).to.equal(true);
  });
});
