import { expect } from '@open-wc/testing';
import { waitingSince } from '../../../../console/agent/state/waiting-since.js';
import { contentTypes } from '../../../../shared/content-types.js';
import { chat, item, ownItem, someTime } from '../../../support/console/agent-fixtures.js';

const at = (seq: number): number => someTime + seq * 1000;
const automatic = (seq: number) =>
  item(seq, 'Hello!', { participantRole: 'SYSTEM', participantId: 'system' });

describe('waitingSince', () => {
  it('is the time of the first unanswered message', () => {
    expect(
      waitingSince(chat(1, [item(2, 'Hello'), ownItem(3, 'Hi'), item(4, 'Well?'), item(5, '???')])),
    ).to.equal(at(4));
  });
  it('does not count automatic messages as answers', () => {
    expect(waitingSince(chat(1, [item(2, 'Hello'), automatic(3)]))).to.equal(at(2));
  });
  it('is undefined if the agent wrote last, or has an unsent message', () => {
    expect(waitingSince(chat(1, [item(2, 'Hello'), ownItem(3, 'Hi')]))).to.equal(undefined);
    const waiting = [{ clientToken: 'c', content: 'Hi', contentType: contentTypes.plain }];
    expect(waitingSince(chat(1, [item(2, 'Hello')], { waiting: waiting as never }))).to.equal(undefined);
  });
  it('is undefined in an empty chat, or one that is over', () => {
    expect(waitingSince(chat(1, [automatic(2)]))).to.equal(undefined);
    expect(waitingSince(chat(1, [item(2, 'Hello')], { phase: 'ended' }))).to.equal(undefined);
  });
});
