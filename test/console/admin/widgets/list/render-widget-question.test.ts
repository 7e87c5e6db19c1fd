import { expect, fixture, html } from '@open-wc/testing';
import {
  renderWidgetQuestion,
  type WidgetQuestionOptions,
} from '../../../../../console/admin/widgets/list/render-widget-question.js';
import type { WidgetQuestion } from '../../../../../console/admin/widgets/list/widget-list-state.js';
import '../../../../../console/forms/define.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { control, press, readingOf, settle, type } from '../../../../support/console/press.js';

const row = { ...sampleWidget(), widgetId: 'w1' };
const create: WidgetQuestion = { kind: 'create', name: '', error: '' };
const duplicate: WidgetQuestion = { kind: 'duplicate', row, name: 'Copy of Shop', error: '' };
const remove: WidgetQuestion = { kind: 'delete', row, name: '', error: '' };

async function open(question: WidgetQuestion, change: Partial<WidgetQuestionOptions> = {}) {
  const place = await fixture<HTMLElement>(
    html`<div>
      ${renderWidgetQuestion(question, {
        isBusy: false,
        onRename: () => undefined,
        onSubmit: (event) => event.preventDefault(),
        onDismiss: () => undefined,
        ...change,
      })}
    </div>`,
  );
  await settle();
  return place;
}

describe('the dialog of a widget', () => {
  for (const [kind, question, heading, button] of [
    ['a new one', create, 'Create widget', 'Create widget'],
    ['a copy', duplicate, 'Duplicate Shop', 'Create widget'],
    ['the end of one', remove, 'Delete Shop', 'Delete widget'],
  ] as const)
    it(`is accessible, and says what it does: ${kind}`, async () => {
      const place = await open({ ...question, error: 'Enter a name.' });
      await expect(place).to.be.accessible();
      expect(readingOf(place)).to.contain(heading).and.to.contain('Enter a name.');
      expect(control(place, button).getAttribute('type')).to.equal('submit');
    });

  it('has the name of a copy in its field', async () => {
    expect(control<HTMLInputElement>(await open(duplicate), 'Name').value).to.equal('Copy of Shop');
  });

  it('says what is lost with a widget, and asks for its name', async () => {
    const place = await open(remove);
    expect(readingOf(place)).to.contain('The chat disappears from your sites immediately.');
    expect(control<HTMLInputElement>(place, 'Type Shop to confirm').value).to.equal('');
  });

  it('tells what is typed, and how it is answered', async () => {
    const heard: string[] = [];
    const place = await open(create, {
      onRename: (name) => heard.push(name),
      onSubmit: (event) => {
        event.preventDefault();
        heard.push('sent');
      },
      onDismiss: () => heard.push('dismissed'),
    });
    type(place, 'Name', 'Corner');
    press(place, 'Create widget');
    press(place, 'Cancel');
    expect(heard).to.deep.equal(['Corner', 'sent', 'dismissed']);
  });

  it('says what the service is doing', async () => {
    expect(readingOf(await open(create, { isBusy: true }))).to.contain('Creating…');
    expect(readingOf(await open(remove, { isBusy: true }))).to.contain('Deleting…');
  });
});
