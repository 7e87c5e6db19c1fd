import { expect } from '@open-wc/testing';
import { dayText, isOtherDay, timeText } from '../../../../widget/elements/transcript/time-text.js';
import { en } from '../../../../widget/strings/en.js';
import { strings as de } from '../../../../widget/strings/de.js';

/** Where this test runs, as its days and hours are the reader's own. */
const at = (day: number, hour = 12, minute = 0): string => new Date(2026, 2, day, hour, minute).toISOString();

describe('times', () => {
  it('tells the hour as the language does', () => {
    expect(timeText(at(2, 14, 5), de)).to.equal('14:05');
    expect(timeText(at(2, 14, 5), en)).to.match(/^2:05\sPM$/);
  });
  it('calls today and yesterday by name, and other days by their date', () => {
    const now = new Date(2026, 2, 2, 0, 30).getTime();
    expect(dayText(at(2, 0, 1), en, now)).to.equal('Today');
    expect(dayText(at(1, 23, 59), en, now)).to.equal('Yesterday');
    expect(dayText(new Date(2026, 1, 28, 23).toISOString(), en, now)).to.equal('Saturday, February 28, 2026');
  });
  it('knows yesterday where a day has 23 or 25 hours', () => {
    for (let day = 1; day <= 31; day += 1) {
      const now = new Date(2026, 2, day, 0, 10).getTime();
      expect(dayText(new Date(2026, 2, day - 1, 12).toISOString(), en, now)).to.equal('Yesterday');
    }
  });
  it('parts days at midnight', () => {
    expect(isOtherDay(at(2, 23, 59), at(3, 0, 0))).to.equal(true);
    expect(isOtherDay(at(2, 0, 0), at(2, 23, 59))).to.equal(false);
  });
});
