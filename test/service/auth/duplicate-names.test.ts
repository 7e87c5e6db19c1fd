import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { hasDuplicateNames } from '../../../service/auth/duplicate-names.js';

test('finds a duplicate name at any depth and in any spelling', () => {
  for (const json of ['{"a":1,"a":1}', '{"b":{"a":1,"\\u0061":2}}', '[{"a":[],"a":[]}]', '{"":1,"":1}'])
    assert.ok(hasDuplicateNames(json), json);
});
test('ignores equal names in different objects, and values', () => {
  for (const json of ['{"a":{"a":1}}', '[{"a":1},{"a":2}]', '{"a":"a","b":"\\"a\\":"}', '"a"', '{}'])
    assert.not.ok(hasDuplicateNames(json), json);
});
test('finds none in anything that JSON.stringify writes', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => !hasDuplicateNames(JSON.stringify(value))));
});
test.run();
