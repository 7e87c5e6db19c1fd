import { expect } from '@open-wc/testing';
import { DeskNotifications } from '../../../../../console/agent/elements/desk/desk-notifications.js';

function open({ permission = 'granted', isWanted = true, isHidden = true } = {}) {
  const shown: { title: string; options: NotificationOptions; closed: number; click: () => void }[] = [];
  class Api extends EventTarget {
    static permission = permission as NotificationPermission;
    static requestPermission = () => Promise.resolve(permission as NotificationPermission);
    readonly #record;
    constructor(title: string, options: NotificationOptions) {
      super();
      this.#record = { title, options, closed: 0, click: () => void this.dispatchEvent(new Event('click')) };
      shown.push(this.#record);
    }
    close(): void {
      this.#record.closed += 1;
    }
  }
  const clicked: string[] = [];
  const notifications = new DeskNotifications({
    isWanted: () => isWanted,
    isHidden: () => isHidden,
    onClick: (contactId) => clicked.push(contactId),
    api: Api,
  });
  const show = (contactId: string) => notifications.show({ contactId, title: 'Nina', body: 'Hello' });
  return { notifications, shown, clicked, show };
}

describe('DeskNotifications', () => {
  it('shows one a chat while the console is hidden', () => {
    const { shown, show } = open();
    show('contact-1');
    expect(shown.map(({ title, options }) => [title, options.body, options.tag])).to.deep.equal([
      ['Nina', 'Hello', 'connect-chat-contact-1'],
    ]);
  });

  it('shows none that the agent does not want, may not have, or does not need', () => {
    for (const change of [{ isWanted: false }, { permission: 'default' }, { isHidden: false }]) {
      const { shown, show } = open(change);
      show('contact-1');
      expect(shown, JSON.stringify(change)).to.deep.equal([]);
    }
  });

  it('opens the chat that is clicked', () => {
    const { shown, clicked, show } = open();
    show('contact-1');
    shown[0]!.click();
    expect([clicked, shown[0]!.closed]).to.deep.equal([['contact-1'], 1]);
  });

  it('closes those of chats that are gone', () => {
    const { notifications, shown, show } = open();
    show('contact-1');
    show('contact-2');
    notifications.keep(['contact-2']);
    notifications.keep(['contact-2']);
    expect(shown.map(({ closed }) => closed)).to.deep.equal([1, 0]);
  });

  it('tells whether the browser permits them', async () => {
    expect(await open().notifications.ask()).to.equal(true);
    expect(await open({ permission: 'denied' }).notifications.ask()).to.equal(false);
    const without = new DeskNotifications({ isWanted: () => true, onClick: () => undefined, api: undefined });
    without.show({ contactId: 'contact-1', title: 'Nina', body: '' });
    expect(await without.ask()).to.equal(false);
  });
});
