import { expect } from '@open-wc/testing';
import { slotDays, slotLength, timeZoneName } from '../../../widget/rich/slot-days.js';

const timeZone = 'UTC';
const now = Date.UTC(2026, 0, 1);
const slot = (date: string, minutes = 30) => {
  const start = Date.parse(`${date}Z`);
  return { date, start, end: start + minutes * 60_000 };
};
/** Removes differences between versions of locale data: spaces, commas, a zero before the hour. */
const plain = (text: string): string =>
  text
    .replace(/[\u202f\u00a0\u2009]/g, ' ')
    .replace(/\b0(?=\d:)/g, '')
    .replace(/(\p{L}),/gu, '$1');
const days = (slots: ReturnType<typeof slot>[], language = 'en-GB') =>
  slotDays(slots, language, { now, timeZone }).map(({ label, slots }) => [
    plain(label),
    ...slots.map(({ time, until }) => plain(`${time}${until}`)),
  ]);

describe('slotDays', () => {
  it('groups the slots of each day under its name', () => {
    expect(
      days([slot('2026-01-02T09:00'), slot('2026-01-02T14:30'), slot('2026-01-03T09:00')]),
    ).to.deep.equal([
      ['Friday 2 January', '9:00 – 9:30', '14:30 – 15:00'],
      ['Saturday 3 January', '9:00 – 9:30'],
    ]);
  });
  it('names the year of a day in another one', () => {
    expect(days([slot('2027-01-02T09:00')])[0]![0]).to.equal('Saturday 2 January 2027');
  });
  it('has no end for a slot without a length', () => {
    expect(days([slot('2026-01-02T09:00', 0)])).to.deep.equal([['Friday 2 January', '9:00']]);
  });
  it('uses the language, or the browser’s if it is invalid', () => {
    expect(days([slot('2026-01-02T09:00')], 'de-DE')[0]![0]).to.equal('Freitag 2. Januar');
    expect(days([slot('2026-01-02T09:00')], 'no such language')).to.have.length(1);
  });
});

describe('slotLength', () => {
  const length = (...minutes: number[]) =>
    plain(
      slotLength(
        minutes.map((each) => slot('2026-01-02T09:00', each)),
        'en-GB',
      ),
    );
  it('returns the common duration in words', () => {
    expect([length(30, 30), length(1), length(60), length(45)]).to.deep.equal([
      '30 minutes',
      '1 minute',
      '1 hour',
      '45 minutes',
    ]);
  });
  it('is empty if durations differ, are missing, or are no whole minutes', () => {
    expect([length(30, 45), length(0), length(0.5)]).to.deep.equal(['', '', '']);
  });
});

describe('timeZoneName', () => {
  it('names the time zone of the slots', () => {
    expect(timeZoneName(slot('2026-01-02T09:00'), 'en-GB', timeZone)).to.equal('Coordinated Universal Time');
  });
});
