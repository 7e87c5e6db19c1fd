import { expect } from '@open-wc/testing';
import {
  claimSound,
  forgetAlerts,
  forgetSounds,
  isQuiet,
  rememberQuiet,
} from '../../../widget/alerts/alert-memory.js';
import { Alerts } from '../../../widget/alerts/alerts.js';

const address = { serviceUrl: 'https://alerts.example', widgetId: 'w1' };
const kept = () => Object.keys(localStorage).filter((key) => key.includes(address.serviceUrl));

describe('Alerts', () => {
  const own = document.title;
  afterEach(() => {
    forgetAlerts(address);
    document.title = own;
  });

  it('puts the number before the title of the page, and gives the title back', () => {
    document.title = 'Shop';
    const alerts = new Alerts(address);
    alerts.count(1);
    alerts.count(2);
    expect(document.title).to.equal('(2) Shop');
    alerts.count(0);
    expect(document.title).to.equal('Shop');
  });
  it('leaves a title that the page has changed meanwhile', () => {
    document.title = 'Shop';
    const alerts = new Alerts(address);
    alerts.count(1);
    document.title = 'Cart';
    alerts.count(2);
    expect(document.title).to.equal('(2) Cart');
    document.title = 'Paid';
    alerts.destroy();
    expect(document.title).to.equal('Paid');
  });
  it('lets one tab sound for an item, whichever comes first', () => {
    expect(claimSound(address, 'k1.1')).to.equal(true);
    expect(claimSound(address, 'k1.1')).to.equal(false);
    expect(claimSound(address, 'k1.2')).to.equal(true);
  });
  it('keeps the wish for silence until it is told to forget, and nothing before it is wished', () => {
    expect([isQuiet(address), kept()]).to.deep.equal([false, []]);
    rememberQuiet(address, true);
    expect(isQuiet(address)).to.equal(true);
    forgetSounds(address);
    expect(isQuiet(address)).to.equal(true);
    forgetAlerts(address);
    expect(kept()).to.deep.equal([]);
  });
});
