import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  afterConflict,
  afterSave,
  brandOfDraft,
  brandPointer,
  countUnsaved,
  openDraft,
  replaceDraft,
  savedWidget,
  toSend,
  withRefusedMember,
  withValue,
} from '../../../../../console/admin/widgets/state/draft-state.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { checkWidget } from '../../../../../shared/widget-input.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const version = (number: number, widget: Widget, savedBy = 'ada') => ({
  version: number,
  savedAt: '',
  savedBy,
  widget,
});
const opened = openDraft([version(1, sampleWidget())]);

/** Values that an administrator may type, valid or not. */
const edits = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('/name'), fc.string({ maxLength: 120 })),
    fc.tuple(fc.constant('/theme/headerColor'), fc.constantFrom('#123456', '#12345', 'blue', '')),
    fc.tuple(fc.constant('/theme/launcherSize'), fc.integer({ min: 0, max: 200 })),
    fc.tuple(
      fc.constant('/domains'),
      fc.array(fc.constantFrom('', ' ', 'https://a.example', 'a.example', 'https://b.example')),
    ),
    fc.tuple(fc.constant(brandPointer), fc.constantFrom('#7a0045', '#00f', 'red', '')),
  ),
  { maxLength: 8 },
);
const edited = (changes: readonly (readonly [string, unknown])[]) =>
  changes.reduce((state, [pointer, value]) => withValue(state, pointer, value), opened);

describe('the draft of a widget', () => {
  it('shows a valid widget in the preview, whatever is typed', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        expect(checkWidget(edited(changes).valid).problems).to.deep.equal([]);
      }),
    );
  });

  it('can be saved if and only if it is valid', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const state = edited(changes);
        const isValid = checkWidget(toSend(state.draft)).problems.length === 0;
        expect(state.problems.size === 0).to.equal(isValid && state.unfinishedBrand === undefined);
      }),
    );
  });

  it('does not change earlier states', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const before = JSON.stringify(opened);
        edited(changes);
        expect(JSON.stringify(opened)).to.equal(before);
      }),
    );
  });

  it('equals the saved widget after changes were discarded', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const state = replaceDraft(edited(changes), savedWidget(opened));
        expect([state.draft, state.problems.size, countUnsaved(state)]).to.deep.equal([
          savedWidget(opened),
          0,
          0,
        ]);
      }),
    );
  });

  it('keeps the brand colour as typed until it is valid', () => {
    const unfinished = withValue(opened, brandPointer, '#7a00');
    expect([brandOfDraft(unfinished), countUnsaved(unfinished)]).to.deep.equal(['#7a00', 1]);
    const finished = withValue(unfinished, brandPointer, '#7a0045');
    expect([brandOfDraft(finished), finished.draft.theme.headerColor]).to.deep.equal(['#7a0045', '#7a0045']);
  });

  it('reports an invalid website by its row, counting empty rows', () => {
    const state = withValue(opened, '/domains', ['', 'https://a.example', ' ', 'a.example']);
    expect([...state.problems.keys()]).to.deep.equal(['/domains/3']);
    expect(toSend(state.draft).domains).to.deep.equal(['https://a.example', 'a.example']);
  });

  it('keeps changes made during a save as unsaved', () => {
    const sent = withValue(opened, '/name', 'Corner');
    const typed = withValue(sent, '/language', 'de');
    const state = afterSave(typed, sent.draft, [version(2, sent.draft), ...opened.versions]);
    expect([savedWidget(state).name, state.draft.language, countUnsaved(state)]).to.deep.equal([
      'Corner',
      'de',
      1,
    ]);
  });

  it('merges the user’s changes into someone else’s version, and reports conflicts', () => {
    const mine = withValue(withValue(opened, '/name', 'Mine'), '/theme/launcherSize', 70);
    const theirs = sampleWidget({ name: 'Theirs', language: 'de' });
    const { state, merged } = afterConflict(mine, [version(2, theirs, 'paul'), ...opened.versions]);
    expect([state.draft.name, state.draft.language, state.draft.theme.launcherSize]).to.deep.equal([
      'Mine',
      'de',
      70,
    ]);
    expect(merged.conflicts.map(({ pointer }) => pointer)).to.deep.equal(['/name']);
    expect(merged.theirs.map(({ pointer }) => pointer)).to.have.members(['/name', '/language']);
  });

  it('shows a problem that the service found', () => {
    const state = withRefusedMember(opened, '/away/queueId', 'A queue that exists.');
    expect([...state.problems]).to.deep.equal([['/away/queueId', 'Enter a queue that exists.']]);
  });
});
