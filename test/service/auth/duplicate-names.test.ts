import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { hasDuplicateNames } from '../../../service/auth/duplicate-names.js';

test('finds a name that is there twice, at any depth and however it is spelled', () => {
  for (const json of ['{"a":1,"a":1}', '{"b":{"a":1,"\\u0061":2}}', '[{"a":[],"a":[]}]', '{"":1,"":1}'])
    assert.ok(hasDuplicateNames(json), json);
});
test('is not misled by equal names of different objects, nor by values', () => {
  for (const json of ['{"a":{"a":1}}', '[{"a":1},{"a":2}]', '{"a":"a","b":"\\"a\\":"}', '"a"', '{}'])
    assert.not.ok(hasDuplicateNames(json), json);
});
test('finds none in whatever JSON.stringify writes', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => !hasDuplicateNames(JSON.stringify(value))));
});
test.run();
