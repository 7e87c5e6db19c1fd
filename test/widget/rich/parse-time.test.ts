import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTime } from '../../../widget/rich/parse-time.js';

const at = (...parts: [number, number, number, number?, number?, number?]): number => Date.UTC(...parts);

const times = suite('parseTime');
times('reads a time with its own zone, in every form of ISO 8601', () => {
  assert.is(parseTime('2026-01-02T10:00Z', 90), at(2026, 0, 2, 10));
  assert.is(parseTime('2026-01-02T10:00+02:00', 90), at(2026, 0, 2, 8));
  assert.is(parseTime('2026-01-02T10:00-0530', 90), at(2026, 0, 2, 15, 30));
  assert.is(parseTime('2026-01-02T10:00:07.250+00:00', 90), at(2026, 0, 2, 10, 0, 7));
});
times('reads a time without a zone in the given one', () => {
  assert.is(parseTime('2026-01-02T10:00', 0), at(2026, 0, 2, 10));
  assert.is(parseTime('2026-01-02T10:00', 120), at(2026, 0, 2, 8));
  assert.is(parseTime('2026-01-02T10:00', -60), at(2026, 0, 2, 11));
});
times('rejects days and hours that do not exist', () => {
  for (const text of [
    '2026-02-31T10:00Z',
    '2026-13-01T10:00Z',
    '2026-00-10T10:00Z',
    '2026-01-02T24:00Z',
    '2026-01-02T10:60Z',
    '2025-02-29T10:00Z',
  ])
    assert.is(parseTime(text, 0), null, text);
  assert.is(parseTime('2024-02-29T10:00Z', 0), at(2024, 1, 29, 10), 'a leap day exists');
});
times('rejects other texts', () => {
  for (const text of ['', 'tomorrow', '2026-01-02', '2026-01-02 10:00', ' 2026-01-02T10:00Z', '26-1-2T1:00'])
    assert.is(parseTime(text, 0), null, text);
});
times.run();
