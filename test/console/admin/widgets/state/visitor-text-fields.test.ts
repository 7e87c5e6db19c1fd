import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { visitorTextFields } from '../../../../../console/admin/widgets/state/visitor-text-fields.js';
import { en } from '../../../../../shared/visitor-texts/en.js';

const fields = suite('the fields of texts for visitors');
fields('cover every text that a widget says', () => {
  assert.equal(visitorTextFields.map(({ name }) => name).sort(), Object.keys(en).sort());
});
fields('each have a label of their own', () => {
  const labels = visitorTextFields.map(({ label }) => label);
  assert.is(new Set(labels).size, labels.length);
});
fields.run();
