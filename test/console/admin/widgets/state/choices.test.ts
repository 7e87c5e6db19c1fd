import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  chatStarts,
  features,
  languages,
  surveyKinds,
  typefaces,
  awayActions,
} from '../../../../../console/admin/widgets/state/choices.js';
import { withMember } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { checkWidget } from '../../../../../shared/widget-input.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const choices = suite('what can be chosen in the editor');
const lists = {
  '/theme/font': typefaces,
  '/language': languages,
  '/startOn': chatStarts,
  '/away/whenClosed': awayActions,
  '/away/whenNobodyAvailable': awayActions,
  '/survey/kind': surveyKinds,
};
for (const [pointer, list] of Object.entries(lists)) {
  choices(`is taken by the service: ${pointer}`, () => {
    for (const { value } of list) {
      const { problems } = checkWidget(withMember(sampleWidget(), pointer, value));
      assert.equal(problems, [], value);
    }
  });
  choices(`has its own value and text: ${pointer}`, () => {
    assert.is(new Set(list.map(({ value }) => value)).size, list.length);
    assert.is(new Set(list.map(({ text }) => text)).size, list.length);
  });
}
choices('begins with the typeface of a new widget', () => {
  assert.is(typefaces[0].value, sampleWidget().theme.font);
});
choices('includes every feature but the message box, which belongs to flows', () => {
  assert.equal(
    [...features.map(({ name }) => name), 'composer'].sort(),
    Object.keys(sampleWidget().features).sort(),
  );
});
choices.run();
