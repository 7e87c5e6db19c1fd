import { expect } from '@open-wc/testing';
import { chosenStatus, statusText } from '../../../../console/agent/state/status-text.js';

const reasons = [{ statusReasonId: 'lunch', name: 'Lunch' }];

describe('the name of a status', () => {
  it('has the reason, if there still is one', () => {
    expect(statusText('AVAILABLE', reasons)).to.equal('Available');
    expect(statusText('AWAY', reasons)).to.equal('Away');
    expect(statusText('AWAY:lunch', reasons)).to.equal('Away: Lunch');
    expect(statusText('AWAY:gone', reasons)).to.equal('Away');
  });
  it('says that a status follows after the chats', () => {
    expect(statusText('NEXT:OFFLINE', reasons)).to.equal('Offline, after your chats');
    expect(statusText('NEXT:AWAY:lunch', reasons)).to.equal('Away: Lunch, after your chats');
  });
  it('is chosen for the time after the chats, if there are any', () => {
    expect(chosenStatus('AWAY:lunch', 1)).to.equal('NEXT:AWAY:lunch');
    expect(chosenStatus('AWAY:lunch', 0)).to.equal('AWAY:lunch');
    expect(chosenStatus('AVAILABLE', 3)).to.equal('AVAILABLE');
    expect(chosenStatus('OFFLINE', 3)).to.equal('OFFLINE');
  });
});
