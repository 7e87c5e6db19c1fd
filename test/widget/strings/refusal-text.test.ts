import { expect } from '@open-wc/testing';
import { en } from '../../../widget/strings/en.js';
import { failureText, refusalText } from '../../../widget/strings/refusal-text.js';

describe('reasons for the visitor', () => {
  it('names a reason that the visitor can act on', () => {
    expect(refusalText('MESSAGE_TOO_LONG', en)).to.equal('It’s too long.');
    expect(refusalText('CONTACT_ENDED', en)).to.equal('The chat has ended.');
    expect(refusalText('FRAME_INVALID', en)).to.equal('Something went wrong.');
  });
  it('says whether the widget goes on trying', () => {
    expect(failureText('PARTICIPANT_REFUSED', true, en)).to.equal('This chat can’t be continued.');
    expect(failureText('TOKEN_REFUSED', true, en)).to.equal('The chat couldn’t be started.');
    expect(failureText('TOO_MANY_CHATS', false, en)).to.contain('Trying again');
  });
});
