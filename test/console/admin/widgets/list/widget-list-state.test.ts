import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  findError,
  initialWidgetList,
  withActivity,
  withAnswer,
  withoutWidget,
  withQuestion,
  type WidgetListState,
  type WidgetRow,
} from '../../../../../console/admin/widgets/list/widget-list-state.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const row = (widgetId: string, name = 'Shop'): WidgetRow => ({ ...sampleWidget({ name }), widgetId });
const list: WidgetListState = { ...initialWidgetList, rows: [row('w1'), row('w2', 'Blog')] };
const activity = { lastChatAt: '2026-06-01T11:00:00Z', seen: [], refused: [] };

describe('the state of the list of widgets', () => {
  it('proposes a name for a copy, and none for a new widget', () => {
    expect(withQuestion(list, 'duplicate', row('w1')).question!.name).to.equal('Copy of Shop');
    expect(withQuestion(list, 'create').question!.name).to.equal('');
  });

  it('clears the last message when a dialog opens', () => {
    expect(withQuestion({ ...list, news: 'Blog was deleted.' }, 'create').news).to.equal('');
  });

  it('stores a name only while a dialog is open', () => {
    expect(withAnswer(list, { name: 'Typed late' })).to.equal(list);
    const asked = withAnswer(withQuestion(list, 'create'), { name: 'Corner' });
    expect(asked.question).to.deep.equal({ kind: 'create', name: 'Corner', error: '' });
  });

  it('adds the activity of a widget, unless the widget is gone', () => {
    expect(withActivity(list, 'w2', activity).rows!.map((each) => each.activity)).to.deep.equal([
      undefined,
      activity,
    ]);
    expect(withActivity(list, 'gone', activity).rows).to.deep.equal(list.rows);
  });

  it('removes a deleted widget from the list, and confirms it', () => {
    const after = withoutWidget(list, row('w1'));
    expect(after.rows!.map(({ widgetId }) => widgetId)).to.deep.equal(['w2']);
    expect(after.news).to.equal('Shop was deleted.');
  });
});

describe('the answer to a dialog of the list', () => {
  it('needs a name for a new widget', () => {
    expect(findError({ kind: 'create', name: '  ', error: '' })).to.equal('Enter a name.');
    expect(findError({ kind: 'duplicate', row: row('w1'), name: 'Copy', error: '' })).to.equal('');
  });

  it('deletes a widget only after its exact name was typed, ignoring surrounding spaces', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, typed) => {
        const error = findError({ kind: 'delete', row: row('w1', name), name: typed, error: '' });
        expect(error === '').to.equal(typed.trim() === name.trim());
      }),
    );
    expect(findError({ kind: 'delete', row: row('w1'), name: ' Shop ', error: '' })).to.equal('');
  });
});
