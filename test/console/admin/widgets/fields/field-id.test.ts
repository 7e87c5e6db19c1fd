import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldId } from '../../../../../console/admin/widgets/fields/field-id.js';
import { memberNames } from '../../../../../console/admin/widgets/state/member-names.js';

const ids = suite('the id of a control');
ids('follows the pointer of the member', () => {
  assert.is(fieldId('/name'), 'name');
  assert.is(fieldId('/theme/openIcon/color'), 'theme-openIcon-color');
  assert.is(fieldId('/domains/12'), 'domains-12');
});
ids('is another one for each member', () => {
  const all = Object.keys(memberNames).map(fieldId);
  assert.is(new Set(all).size, all.length);
});
ids.run();
