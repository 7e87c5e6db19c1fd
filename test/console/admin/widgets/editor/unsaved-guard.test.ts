import { expect } from '@open-wc/testing';
import { UnsavedGuard } from '../../../../../console/admin/widgets/editor/unsaved-guard.js';
import { FakeHost } from '../../../../support/console/fake-host.js';

function open() {
  const host = new FakeHost();
  const unsaved = { has: false };
  new UnsavedGuard(host, () => unsaved.has);
  const become = (has: boolean) => {
    unsaved.has = has;
    host.update();
  };
  return { host, become };
}
/** Whether the browser would ask before the page is left. */
function isHeld(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('UnsavedGuard', () => {
  it('holds the page only while something is unsaved', () => {
    const { host, become } = open();
    become(false);
    expect(isHeld()).to.equal(false);
    become(true);
    become(true);
    expect(isHeld()).to.equal(true);
    become(false);
    expect(isHeld()).to.equal(false);
    host.disconnect();
  });

  it('lets the page go once the editor has left it', () => {
    const { host, become } = open();
    become(true);
    host.disconnect();
    expect(isHeld()).to.equal(false);
  });
});
