import { expect } from '@open-wc/testing';
import {
  claimSound,
  forgetAlerts,
  forgetSounds,
  isQuiet,
  rememberQuiet,
} from '../../../widget/alerts/alert-memory.js';

const address = { serviceUrl: 'https://alerts.example', widgetId: 'w1' };
const kept = () => Object.keys(localStorage).filter((key) => key.includes(address.serviceUrl));

describe('what the browser remembers of alerts', () => {
  afterEach(() => forgetAlerts(address));

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
