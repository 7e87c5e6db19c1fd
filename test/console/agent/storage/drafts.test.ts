import { expect } from '@open-wc/testing';
import { createDrafts } from '../../../../console/agent/storage/drafts.js';
import { createTestStorage } from '../../../support/console/test-storage.js';

const day = 24 * 60 * 60 * 1000;

/** Opens two windows of one browser; each receives the other's storage events. */
function twoWindows() {
  const kept = createTestStorage();
  const windows = [new EventTarget(), new EventTarget()] as const;
  const storageOf = (own: EventTarget): Storage => {
    const tell = (key: string, newValue: string | null) => {
      for (const other of windows)
        if (other !== own) other.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    };
    return {
      get length() {
        return kept.length;
      },
      key: (index) => kept.key(index),
      getItem: (key) => kept.getItem(key),
      setItem: (key, value) => (kept.setItem(key, value), tell(key, value)),
      removeItem: (key) => (kept.removeItem(key), tell(key, null)),
      clear: () => kept.clear(),
    };
  };
  const changes: string[] = [];
  const open = (index: 0 | 1, agentId = 'a1', now = () => day) =>
    createDrafts({
      storage: storageOf(windows[index]),
      target: windows[index],
      agentId,
      now,
      onChange: () => changes.push(`window ${index}`),
    });
  return { open, changes, kept };
}

describe('drafts', () => {
  it('are the same in every window as they change', () => {
    const { open, changes } = twoWindows();
    const [one, other] = [open(0), open(1)];
    one.write('contact-1', 'half a thou');
    expect(other.all).to.deep.equal({ 'contact-1': 'half a thou' });
    expect(changes).to.deep.equal(['window 1']);
    other.write('contact-1', '');
    expect(one.all).to.deep.equal({});
  });
  it('are loaded in a window that is opened later, and after a reload', () => {
    const { open } = twoWindows();
    open(0).write('contact-1', 'half a thou');
    expect(open(1).all).to.deep.equal({ 'contact-1': 'half a thou' });
  });
  it('two windows that write in two chats do not undo each other', () => {
    const { open } = twoWindows();
    const [one, other] = [open(0), open(1)];
    one.write('contact-1', 'one');
    other.write('contact-2', 'two');
    expect(one.all).to.deep.equal({ 'contact-1': 'one', 'contact-2': 'two' });
    expect(open(0).all).to.deep.equal(other.all);
  });
  it('of another agent, and those of a week ago, are removed', () => {
    const { open, kept } = twoWindows();
    open(0).write('contact-1', 'mine');
    expect(open(0, 'a1', () => 8 * day + 1).all).to.deep.equal({});
    open(0).write('contact-1', 'mine');
    expect(open(0, 'a2').all).to.deep.equal({});
    expect(kept.length).to.equal(0);
  });
  it('are cleared in every window', () => {
    const { open, kept } = twoWindows();
    const [one, other] = [open(0), open(1)];
    one.write('contact-1', 'one');
    one.clear();
    expect([other.all, kept.length]).to.deep.equal([{}, 0]);
  });
  it('live as long as the page where storage is full', () => {
    const full = { ...createTestStorage(), setItem: () => expect.fail('full') };
    const drafts = createDrafts({
      storage: full,
      agentId: 'a1',
      target: new EventTarget(),
      onChange: () => undefined,
    });
    drafts.write('contact-1', 'kept');
    expect(drafts.all).to.deep.equal({ 'contact-1': 'kept' });
  });
  it('ignore other windows after they are destroyed', () => {
    const { open } = twoWindows();
    const [one, other] = [open(0), open(1)];
    other.destroy();
    one.write('contact-1', 'one');
    expect(other.all).to.deep.equal({});
  });
});
