import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isGrouped } from '../../../../widget/elements/transcript/is-grouped.js';
import { happened, ownSaid, said } from '../../../support/widget/items.js';

const at = (minute: number, day = 2) => ({
  absoluteTime: new Date(2026, 2, day, 12, minute).toISOString(),
});

const groups = suite('isGrouped');
groups('holds for messages of one participant within five minutes', () => {
  assert.ok(isGrouped(said(1, 'a', at(0)), said(2, 'b', at(4))));
  assert.not.ok(isGrouped(said(1, 'a', at(0)), said(2, 'b', at(5))));
});
groups('ends with a message of another participant', () => {
  assert.not.ok(isGrouped(said(1, 'a', at(0)), { ...ownSaid(2, 'b'), ...at(0) }));
});
groups('ends with an event of the same participant', () => {
  assert.not.ok(isGrouped(happened(1, 'joined', at(0)), said(2, 'b', at(0))));
});
groups('ends at midnight', () => {
  const [before, after] = [new Date(2026, 2, 2, 23, 59), new Date(2026, 2, 3, 0, 1)].map((time) => ({
    absoluteTime: time.toISOString(),
  }));
  assert.not.ok(isGrouped(said(1, 'a', before), said(2, 'b', after)));
});
groups.run();
