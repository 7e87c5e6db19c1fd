import { expect, fixture, html } from '@open-wc/testing';
import {
  renderQuestion,
  type QuestionView,
} from '../../../../../console/admin/widgets/look/render-question.js';
import { questionPresets } from '../../../../../console/admin/widgets/state/question-presets.js';
import { control, named, press, readingOf, type } from '../../../../support/console/press.js';

const open = (change: Partial<QuestionView> = {}) =>
  fixture<HTMLElement>(
    html`<ol>
      ${renderQuestion({
        question: questionPresets.choice,
        index: 1,
        problems: new Map(),
        onChange: () => undefined,
        onMoveUp: () => undefined,
        onRemove: () => undefined,
        ...change,
      })}
    </ol>`,
  );

describe('a pre-chat question in the editor', () => {
  it('is accessible, with its problems beside their fields', async () => {
    const problems = new Map([
      ['/preChat/1/label', 'Enter a question.'],
      ['/preChat/1/options/3', 'Enter a choice of 1 to 100 characters.'],
      ['/preChat/2/label', 'Of another question.'],
    ]);
    const place = await open({ problems });
    await expect(place).to.be.accessible();
    expect(readingOf(place)).to.contain('Enter a question.').and.not.to.contain('Of another question.');
    expect(control(place, 'Choices, one per line').getAttribute('aria-invalid')).to.equal('true');
  });

  it('has a number, from 1', async () => {
    expect((await open()).querySelector('legend')!.textContent).to.equal('Question 2');
  });

  it('asks for choices where one is to be chosen, and for a link where something is agreed to', async () => {
    const fieldsOf = async (question: QuestionView['question']) => {
      const place = await open({ question });
      return ['Choices, one per line', 'Link to the terms'].filter((name) => named(place, name).length > 0);
    };
    expect(await fieldsOf(questionPresets.choice)).to.deep.equal(['Choices, one per line']);
    expect(await fieldsOf(questionPresets.consent)).to.deep.equal(['Link to the terms']);
    expect(await fieldsOf(questionPresets.email)).to.deep.equal([]);
  });

  it('tells what is changed', async () => {
    const changes: object[] = [];
    const place = await open({ onChange: (change) => changes.push(change) });
    type(place, 'Question', 'What for?');
    type(place, 'Contact attribute', 'reason');
    const kind = control<HTMLSelectElement>(place, 'Answer type');
    kind.value = 'phone';
    kind.dispatchEvent(new Event('change'));
    control(place, 'Required').click();
    expect(changes).to.deep.equal([
      { label: 'What for?' },
      { name: 'reason' },
      { type: 'phone' },
      { required: true },
    ]);
  });

  it('takes each line that is not empty as a choice', async () => {
    const changes: object[] = [];
    const place = await open({ onChange: (change) => changes.push(change) });
    const box = control<HTMLTextAreaElement>(place, 'Choices, one per line');
    expect(box.value).to.equal('An order\nSomething else');
    box.value = ' An order \n\n  \nA return';
    box.dispatchEvent(new Event('change'));
    expect(changes).to.deep.equal([{ options: ['An order', 'A return'] }]);
  });

  it('can be moved up unless it is the first, and removed', async () => {
    const done: string[] = [];
    const place = await open({
      onMoveUp: () => done.push('up'),
      onRemove: () => done.push('removed'),
    });
    press(place, 'Move up');
    press(place, 'Remove question 2');
    expect(done).to.deep.equal(['up', 'removed']);
    expect(named(await open({ index: 0 }), 'Move up')).to.deep.equal([]);
  });
});
