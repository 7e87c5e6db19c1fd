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

describe('what the browser stores for alerts', () => {
  afterEach(() => forgetAlerts(address));

  it('lets the first tab that asks play the sound of an item', () => {
    expect(claimSound(address, 'k1.1')).to.equal(true);
    expect(claimSound(address, 'k1.1')).to.equal(false);
    expect(claimSound(address, 'k1.2')).to.equal(true);
  });
  it('stores that the sound is off until it is reset, and nothing before', () => {
    expect([isQuiet(address), kept()]).to.deep.equal([false, []]);
    rememberQuiet(address, true);
    expect(isQuiet(address)).to.equal(true);
    forgetSounds(address);
    expect(isQuiet(address)).to.equal(true);
    forgetAlerts(address);
    expect(kept()).to.deep.equal([]);
  });
});
