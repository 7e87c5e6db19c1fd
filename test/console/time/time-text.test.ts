import { expect } from '@open-wc/testing';
import { dayAndTime, durationText } from '../../../console/time/time-text.js';

const second = 1000;
const minute = 60 * second;

describe('dayAndTime', () => {
  it('is formatted like a time in a transcript, without a leading zero', () => {
    const morning = new Date(2026, 2, 2, 6, 7);
    const text = dayAndTime(morning.toISOString(), morning.getTime() + minute);
    expect(text).to.match(/^Today, (6:07 AM|06:07)$/);
  });
  it('names yesterday, and shows the date of earlier days', () => {
    const now = new Date(2026, 2, 2, 12).getTime();
    expect(dayAndTime(new Date(2026, 2, 1, 12).toISOString(), now)).to.match(/^Yesterday, /);
    expect(dayAndTime(new Date(2026, 1, 1, 12).toISOString(), now)).to.contain('February 1, 2026');
  });
});

describe('durationText', () => {
  it('uses the largest unit that fits', () => {
    expect(durationText(0)).to.equal('0s');
    expect(durationText(59 * second)).to.equal('59s');
    expect(durationText(61 * second)).to.equal('1m');
    expect(durationText(125 * minute)).to.equal('2h');
    expect(durationText(49 * 60 * minute)).to.equal('2d');
  });
  it('has a long form', () => {
    expect(durationText(minute, 'long')).to.equal('1 minute');
    expect(durationText(3 * minute, 'long')).to.equal('3 minutes');
  });
  it('shows no negative duration', () => {
    expect(durationText(-minute)).to.equal('0s');
  });
});
