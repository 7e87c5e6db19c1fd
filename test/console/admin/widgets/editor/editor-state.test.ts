import { expect } from '@open-wc/testing';
import {
  afterSaving,
  blockerOf,
  discarded,
  initialEditor,
  isDirty,
  saving,
  withDraft,
} from '../../../../../console/admin/widgets/editor/editor-state.js';
import { openDraft, withValue } from '../../../../../console/admin/widgets/state/draft-state.js';
import { mergeWidgets } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const draft = openDraft([{ version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() }]);
const wrong = withValue(draft, '/theme/headerColor', 'blue');
const editor = withDraft(initialEditor, draft);

describe('the state of the widget editor', () => {
  it('is dirty once a member was changed', () => {
    expect([initialEditor, editor, withDraft(editor, wrong)].map(isDirty)).to.deep.equal([
      false,
      false,
      true,
    ]);
  });

  it('names the invalid member only after an attempt to save, until it is valid', () => {
    const typed = withDraft(editor, wrong);
    expect(blockerOf(typed)).to.equal(undefined);
    const tried = afterSaving(typed, { kind: 'invalid' });
    expect(blockerOf(tried)).to.deep.equal({
      pointer: '/theme/headerColor',
      step: 'look',
      name: 'Header colour',
      text: 'enter a hex code such as #0b5fff.',
    });
    const mended = withDraft(tried, withValue(wrong, '/theme/headerColor', '#0000ff'));
    expect(blockerOf(mended)).to.equal(undefined);
    expect(blockerOf(withDraft(mended, wrong)), 'until the next attempt').to.equal(undefined);
  });

  it('clears earlier messages while it saves', () => {
    const state = saving({ ...editor, failure: 'Not saved.', news: 'Saved.' });
    expect([state.isBusy, state.failure, state.news]).to.deep.equal([true, '', '']);
  });

  it('reports exactly one outcome of saving', () => {
    const refusal = new ServiceRefusal('UNREACHABLE', 0, 'Not reached.');
    const merged = mergeWidgets(sampleWidget(), sampleWidget(), sampleWidget({ language: 'de' }));
    const conflict = { kind: 'conflict', by: 'paul', merged } as const;
    const toldBy = (outcome: Parameters<typeof afterSaving>[1]) => {
      const { isBusy, news, failure, conflict: asked, wasInvalid } = afterSaving(saving(editor), outcome);
      expect(isBusy).to.equal(false);
      return { news, failure, asked, wasInvalid };
    };
    const nothing = { news: '', failure: '', asked: undefined, wasInvalid: false };
    expect(toldBy({ kind: 'saved' })).to.deep.equal({
      ...nothing,
      news: 'Saved. Open pages update within 2 seconds.',
    });
    expect(toldBy({ kind: 'refused', refusal })).to.deep.equal({
      ...nothing,
      failure: 'Not saved. Not reached.',
    });
    expect(toldBy(conflict)).to.deep.equal({ ...nothing, asked: conflict });
    expect(toldBy({ kind: 'invalid' })).to.deep.equal({ ...nothing, wasInvalid: true });
  });

  it('clears messages about discarded changes', () => {
    const state = discarded({ ...editor, failure: 'Not saved.', wasInvalid: true });
    expect([state.failure, state.wasInvalid, state.conflict]).to.deep.equal(['', false, undefined]);
  });
});
