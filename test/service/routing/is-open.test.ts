import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isOpen, refuseHours } from '../../../service/routing/is-open.js';
import type { HoursOfOperation } from '../../../shared/hours-of-operation.js';

type Part = HoursOfOperation['config'][number];
const part = (day: Part['day'], from: string, to: string): Part => {
  const [startTime, endTime] = [from, to].map((text) => {
    const [hours, minutes] = text.split(':').map(Number);
    return { hours: hours!, minutes: minutes! };
  });
  return { day, startTime: startTime!, endTime: endTime! };
};
const berlin = (...config: Part[]): HoursOfOperation => ({ timeZone: 'Europe/Berlin', config });
/** 1 June 2026 is a Monday; Berlin is two hours ahead then, one in winter. */
const at = (time: string) => Date.parse(time);

const hours = suite('isOpen');

hours('is always true without hours, and never true with empty ones', () => {
  assert.ok(isOpen(null, at('2026-06-01T03:00Z')));
  assert.not(isOpen(berlin(), at('2026-06-01T12:00Z')));
});
hours('begins with the first minute, and ends with the last', () => {
  const office = berlin(part('MONDAY', '09:00', '17:30'));
  assert.not(isOpen(office, at('2026-06-01T06:59:59Z')));
  assert.ok(isOpen(office, at('2026-06-01T07:00Z')));
  assert.ok(isOpen(office, at('2026-06-01T15:29:59Z')));
  assert.not(isOpen(office, at('2026-06-01T15:30Z')));
  assert.not(isOpen(office, at('2026-06-02T10:00Z')));
});
hours('uses local time, in summer and in winter', () => {
  const office = berlin(part('MONDAY', '09:00', '10:00'));
  assert.ok(isOpen(office, at('2026-06-01T07:30Z')));
  assert.not(isOpen(office, at('2026-12-07T07:30Z')));
  assert.ok(isOpen(office, at('2026-12-07T08:30Z')));
});
hours('uses the local day of the week', () => {
  const tokyo = { timeZone: 'Asia/Tokyo', config: [part('TUESDAY', '00:00', '01:00')] };
  assert.ok(isOpen(tokyo, at('2026-06-01T15:30Z')));
});
hours('lasts until midnight if the hours end at 00:00, and continues from there', () => {
  const night = berlin(part('MONDAY', '22:00', '00:00'), part('TUESDAY', '00:00', '02:00'));
  assert.ok(isOpen(night, at('2026-06-01T21:59:59Z')));
  assert.ok(isOpen(night, at('2026-06-01T22:00Z')));
  assert.not(isOpen(night, at('2026-06-02T00:00Z')));
  assert.ok(isOpen(berlin(part('MONDAY', '00:00', '00:00')), at('2026-06-01T10:00Z')));
});
hours('uses only the hours of a holiday on its days, the first and the last included', () => {
  const office = berlin(part('THURSDAY', '09:00', '17:00'), part('FRIDAY', '09:00', '17:00'));
  const { startTime, endTime } = part('MONDAY', '10:00', '12:00');
  const holidays = [
    { name: 'Christmas Eve', from: '2026-12-24', till: '2026-12-24', hours: [{ startTime, endTime }] },
    { name: 'Christmas', from: '2026-12-25', till: '2026-12-26', hours: [] },
  ];
  const open = (time: string) => isOpen({ ...office, holidays }, at(time));
  assert.equal(
    ['2026-12-17T15:00Z', '2026-12-24T09:30Z', '2026-12-24T11:30Z', '2026-12-25T09:30Z'].map(open),
    [true, true, false, false],
  );
  // In Berlin the holiday has begun, in UTC it has not.
  const early = berlin(part('THURSDAY', '00:00', '00:00'));
  assert.ok(isOpen(early, at('2026-12-23T23:30Z')));
  assert.not(isOpen({ ...early, holidays }, at('2026-12-23T23:30Z')));
});

hours.run();

const refusals = suite('refuseHours');

refusals('takes good ones', () => {
  assert.is(refuseHours(berlin(part('MONDAY', '09:00', '17:30'), part('SUNDAY', '22:00', '00:00'))), null);
  assert.is(refuseHours({ timeZone: 'UTC', config: [] }), null);
});
refusals('names a day that does not exist, a holiday that ends before it begins, and its hours', () => {
  const pointerOf = (change: object) => {
    const holiday = { name: 'Day', from: '2026-12-24', till: '2026-12-24', hours: [], ...change };
    return refuseHours({ timeZone: 'UTC', config: [], holidays: [holiday] })?.pointer;
  };
  assert.is(pointerOf({}), undefined);
  assert.is(pointerOf({ from: '2026-02-30' }), '/holidays/0/from');
  assert.is(pointerOf({ till: '2026-13-01' }), '/holidays/0/till');
  assert.is(pointerOf({ till: '2026-12-23' }), '/holidays/0/till');
  const { startTime, endTime } = part('MONDAY', '12:00', '10:00');
  assert.is(pointerOf({ hours: [{ startTime, endTime }] }), '/holidays/0/hours/0/endTime');
});
refusals('names an unknown time zone, and a part that ends before it begins', () => {
  assert.is(refuseHours({ timeZone: 'Mars/Base', config: [] })?.pointer, '/timeZone');
  const turned = berlin(part('MONDAY', '09:00', '17:00'), part('FRIDAY', '22:00', '06:00'));
  assert.is(refuseHours(turned)?.pointer, '/config/1/endTime');
  assert.is(refuseHours(berlin(part('MONDAY', '09:00', '09:00')))?.pointer, '/config/0/endTime');
});

refusals.run();
