import { expect } from '@open-wc/testing';
import { dayText, isOtherDay, timeText } from '../../../../widget/elements/transcript/time-text.js';
import { en } from '../../../../widget/strings/en.js';
import { strings as de } from '../../../../widget/strings/de.js';

/** The local time zone of the test, as the reader's. */
const at = (day: number, hour = 12, minute = 0): string => new Date(2026, 2, day, hour, minute).toISOString();

describe('times', () => {
  it('formats the time in the language', () => {
    expect(timeText(at(2, 14, 5), de)).to.equal('14:05');
    expect(timeText(at(2, 14, 5), en)).to.match(/^2:05\sPM$/);
  });
  it('names today and yesterday, and shows the date of other days', () => {
    const now = new Date(2026, 2, 2, 0, 30).getTime();
    expect(dayText(at(2, 0, 1), en, now)).to.equal('Today');
    expect(dayText(at(1, 23, 59), en, now)).to.equal('Yesterday');
    expect(dayText(new Date(2026, 1, 28, 23).toISOString(), en, now)).to.equal('Saturday, February 28, 2026');
  });
  it('names yesterday on days of 23 or 25 hours', () => {
    for (let day = 1; day <= 31; day += 1) {
      const now = new Date(2026, 2, day, 0, 10).getTime();
      expect(dayText(new Date(2026, 2, day - 1, 12).toISOString(), en, now)).to.equal('Yesterday');
    }
  });
  it('begins a day at midnight', () => {
    expect(isOtherDay(at(2, 23, 59), at(3, 0, 0))).to.equal(true);
    expect(isOtherDay(at(2, 0, 0), at(2, 23, 59))).to.equal(false);
  });
});
