import { expect } from '@open-wc/testing';
import { transcriptEvents } from '../../../shared/transcript-events.js';
import { en } from '../../../widget/strings/en.js';
import { eventText } from '../../../widget/strings/event-text.js';
import { happened } from '../../support/widget/items.js';

describe('eventText', () => {
  for (const [event, contentType] of Object.entries(transcriptEvents))
    it(`has a sentence for ${event}`, () => {
      const text = eventText(happened(1, 'joined', { contentType }), 'Ada', en);
      expect(text).to.match(/^\S.*\S$/);
      expect(text).not.to.contain('{');
    });

  it('names the participant', () => {
    expect(eventText(happened(1, 'left'), 'Ada', en)).to.equal('Ada has left the chat');
  });

  it('is empty if the text needs a name that is missing', () => {
    expect(eventText(happened(1, 'joined'), '', en)).to.equal('');
    expect(eventText(happened(2, 'ended', { participantId: null }), '', en)).to.equal('The chat has ended');
  });

  it('is empty for an event of a newer service', () => {
    const contentType = 'application/vnd.amazonaws.connect.event.constructor';
    expect(eventText(happened(1, 'joined', { contentType }), 'Ada', en)).to.equal('');
  });
});
