import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  newQuestion,
  questionPresets,
  type QuestionPreset,
} from '../../../../../console/admin/widgets/state/question-presets.js';
import { checkWidget } from '../../../../../shared/widget-input.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const kinds = Object.keys(questionPresets) as QuestionPreset[];

const presets = suite('a preset question');
presets('can be saved as it is, each of them together', () => {
  const preChat = kinds.map((kind) => newQuestion(kind, []));
  assert.equal(checkWidget({ ...sampleWidget(), preChat }).problems, []);
});
presets('gets a name that no other question has', () => {
  const first = newQuestion('email', []);
  const second = newQuestion('email', [first]);
  const third = newQuestion('email', [first, second]);
  assert.equal([first.name, second.name, third.name], ['email', 'email-2', 'email-3']);
});
presets('takes a name that is free again', () => {
  const others = [newQuestion('email', []), { ...newQuestion('email', []), name: 'email-3' }];
  assert.is(newQuestion('email', others).name, 'email-2');
});
presets('leaves the preset itself unchanged', () => {
  newQuestion('name', [questionPresets.name]);
  assert.is(questionPresets.name.name, 'displayName');
});
presets('requires consent, and offers choices where there are some', () => {
  assert.is(questionPresets.consent.required, true);
  assert.ok(questionPresets.choice.options.length > 1);
});
presets.run();
