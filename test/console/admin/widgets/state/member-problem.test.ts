import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { askFor, memberProblem } from '../../../../../console/admin/widgets/state/member-problem.js';
import { checkWidget } from '../../../../../shared/widget-input.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const problem = suite('a problem with a member');
problem('names the member, and continues after a colon', () => {
  const { name, text } = memberProblem('/theme/headerColor', 'Enter a hex code such as #0b5fff.');
  assert.is(`${name}: ${text}`, 'Header colour: enter a hex code such as #0b5fff.');
});
problem('leads to the step on which the member is edited', () => {
  const steps = ['/domains/3', '/security/required', '/name', '/theme/font', '/preChat/0/label'].map(
    (pointer) => memberProblem(pointer, '').step,
  );
  assert.equal(steps, ['sites', 'sites', 'look', 'look', 'look']);
});
problem.run();

const asking = suite('what is said beside a field');
asking('asks for what a schema describes', () => {
  assert.is(askFor('A text of 1 to 100 characters.'), 'Enter a text of 1 to 100 characters.');
  assert.is(askFor('The id of a contact flow.'), 'Enter the id of a contact flow.');
});
asking('is left as it is where it says already what to do', () => {
  assert.is(askFor('Start with https://.'), 'Start with https://.');
});
asking('is a request for every text field of the editor', () => {
  const widget = sampleWidget();
  const { problems } = checkWidget({
    ...widget,
    name: '',
    theme: { ...widget.theme, headerColor: 'blue', font: '', launcherSize: 3, launcherLabel: 'x'.repeat(99) },
    texts: { ...widget.texts, title: '' },
  });
  assert.is(problems.length, 6);
  for (const { pointer, message } of problems) assert.match(askFor(message), /^Enter [a-zF]/, pointer);
});
asking.run();
