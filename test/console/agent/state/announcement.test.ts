import { expect } from '@open-wc/testing';
import { messageAnnouncement, offerAnnouncement } from '../../../../console/agent/state/announcement.js';
import { item, offer } from '../../../support/console/agent-fixtures.js';

describe('messageAnnouncement', () => {
  it('has the author and the content', () => {
    expect(messageAnnouncement('Nina', item(2, 'Hello,\n  is it ready?'))).to.equal(
      'Nina: Hello, is it ready?',
    );
  });
  it('cuts a long text at a word', () => {
    const text = messageAnnouncement('Nina', item(2, 'one two '.repeat(100)));
    expect(text.length).to.be.at.most('Nina: '.length + 121);
    expect(text).to.match(/ (one|two)…$/);
  });
  it('names a file', () => {
    const attachment = { attachmentId: 'a', name: 'photo.jpg', size: 1, contentType: 'image/jpeg' };
    const said = item(2, null, {
      type: 'ATTACHMENT',
      contentType: 'image/jpeg',
      attachment: attachment,
    });
    expect(messageAnnouncement('Nina', said)).to.equal('Nina: file photo.jpg');
  });
});

describe('offerAnnouncement', () => {
  it('has the customer, the message and the shortcut', () => {
    expect(offerAnnouncement([offer(1), offer(2, { latestMessage: null, messageCount: 0 })])).to.equal(
      'New chat from Customer 1: Where is my parcel? New chat from Customer 2. Press Alt+Enter to accept.',
    );
  });
});
