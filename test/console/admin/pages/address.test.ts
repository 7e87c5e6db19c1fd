import { expect } from '@open-wc/testing';
import { Address } from '../../../../console/admin/pages/address.js';
import { FakeHost } from '../../../support/console/fake-host.js';

const start = location.pathname + location.search;
/** Navigates to a hash as a link does, without leaving the test page. */
function go(hash: string): void {
  history.replaceState(null, '', start + hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

describe('Address', () => {
  let host: FakeHost;
  const unsaved = { has: false };
  function open(hash: string): Address {
    history.replaceState(null, '', start + hash);
    unsaved.has = false;
    host = new FakeHost();
    const address = new Address(host, () => unsaved.has);
    host.connect();
    return address;
  }
  afterEach(() => {
    host.disconnect();
    history.replaceState(null, '', start);
  });

  it('begins with the page that the address names', () => {
    expect(open('#/widgets/w1/code').route).to.deep.equal({ view: 'widget', widgetId: 'w1', step: 'code' });
  });

  it('follows the address, and updates the page for it', () => {
    const address = open('#/widgets');
    go('#/accounts');
    expect([address.route.view, host.updates]).to.deep.equal(['accounts', 1]);
  });

  it('holds the address back where unsaved changes would be lost, and asks', () => {
    const address = open('#/widgets/w1/look');
    unsaved.has = true;
    go('#/accounts');
    expect(address.isAsking).to.equal(true);
    expect([address.route.view, location.hash]).to.deep.equal(['widget', '#/widgets/w1/look']);
  });

  it('moves between the steps of one widget without a question', () => {
    const address = open('#/widgets/w1/look');
    unsaved.has = true;
    go('#/widgets/w1/sites');
    expect([address.isAsking, location.hash]).to.deep.equal([false, '#/widgets/w1/sites']);
  });

  it('goes on when the changes may be lost', () => {
    const address = open('#/widgets/w1/look');
    unsaved.has = true;
    go('#/accounts');
    address.leave();
    expect([address.isAsking, address.route.view, location.hash]).to.deep.equal([
      false,
      'accounts',
      '#/accounts',
    ]);
  });

  it('stays when the changes are to be kept', () => {
    const address = open('#/widgets/w1/look');
    unsaved.has = true;
    go('#/accounts');
    address.stay();
    expect([address.isAsking, address.route.view, location.hash]).to.deep.equal([
      false,
      'widget',
      '#/widgets/w1/look',
    ]);
  });

  it('follows no address outside of the page', () => {
    const address = open('#/widgets');
    host.disconnect();
    go('#/accounts');
    expect(address.route.view).to.equal('widgets');
  });
});
