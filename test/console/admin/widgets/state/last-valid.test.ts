import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lastValid } from '../../../../../console/admin/widgets/state/last-valid.js';
import { questionPresets } from '../../../../../console/admin/widgets/state/question-presets.js';
import { withMember } from '../../../../../console/admin/widgets/state/widget-differences.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { checkWidget } from '../../../../../shared/widget-input.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const { email, name } = questionPresets;
const draft = (changes: Record<string, unknown>): Widget =>
  Object.entries(changes).reduce(
    (widget, [pointer, value]) => withMember(widget, pointer, value),
    sampleWidget(),
  );

const valid = suite('the last valid widget');
valid('is the draft itself where nothing is wrong', () => {
  const fine = draft({ '/name': 'Corner shop' });
  assert.equal(lastValid(fine, sampleWidget()), fine);
});
valid('has the former value of a member that is wrong, and everything else from the draft', () => {
  const previous = draft({ '/theme/headerColor': '#123456' });
  const shown = lastValid(draft({ '/theme/headerColor': 'blue', '/texts/title': 'Hi' }), previous);
  assert.equal([shown.theme.headerColor, shown.texts.title], ['#123456', 'Hi']);
});
valid('has the former list where one of its items is wrong', () => {
  const previous = draft({ '/preChat': [email] });
  const shown = lastValid(draft({ '/preChat': [name, { ...email, label: '' }] }), previous);
  assert.equal(shown.preChat, [email]);
});
valid('has the former list where its items are right and the list is not', () => {
  const previous = draft({ '/preChat': [email] });
  const shown = lastValid(draft({ '/preChat': [name, name], '/texts/title': 'Hi' }), previous);
  assert.equal([shown.preChat, shown.texts.title], [[email], 'Hi']);
});
valid('can always be shown, whatever is typed', () => {
  const members = [
    '/name',
    '/theme/headerColor',
    '/theme/launcherSize',
    '/texts/title',
    '/domains',
    '/preChat',
  ];
  const values = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
  const typed = fc.dictionary(fc.constantFrom(...members), values);
  fc.assert(
    fc.property(typed, (changes) => {
      const shown = lastValid(draft(changes), sampleWidget());
      assert.equal(checkWidget(shown).problems, []);
    }),
  );
});
valid.run();
