import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { ConflictDialog } from '../../../../../console/admin/widgets/editor/conflict-dialog.js';
import { mergeWidgets } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { deepAll, named, press, readingOf, settle } from '../../../../support/console/press.js';

const titled = (title: string, language = 'en') =>
  sampleWidget({ texts: { ...sampleWidget().texts, title }, language });

async function open(mine = titled('Mine'), theirs = titled('Theirs', 'de'), by: string | null = 'Ada') {
  const actions: string[] = [];
  const dialog = await fixture<ConflictDialog>(
    html`<connect-chat-conflict-dialog
      .conflict=${{ kind: 'conflict', by, merged: mergeWidgets(sampleWidget(), mine, theirs) } as const}
      @connect-chat-editor-action=${({ action }: { action: string }) => actions.push(action)}
    ></connect-chat-conflict-dialog>`,
  );
  await settle();
  return { dialog, actions };
}

describe('<connect-chat-conflict-dialog>', () => {
  it('is accessible', async () => {
    await expect((await open()).dialog).to.be.accessible();
  });

  it('shows who saved which changes, and what both changed', async () => {
    const text = readingOf((await open()).dialog);
    expect(text).to.contain('Ada saved while you were editing');
    expect(text).to.contain('Your changes aren’t saved yet. Ada changed:');
    expect(text).to.contain('Language Before: en → After: de');
    expect(text).to.contain('You both changed these: Title Theirs: Theirs → Yours: Mine');
  });

  it('speaks of someone else if the name is unknown', async () => {
    expect(readingOf((await open(undefined, undefined, null)).dialog)).to.contain('Someone else saved');
  });

  it('offers to review, discard or overwrite, and to keep both if nothing conflicts', async () => {
    const { dialog, actions } = await open();
    for (const name of ['Review first', 'Discard mine', 'Overwrite with mine']) press(dialog, name);
    expect(actions).to.deep.equal(['review-conflict', 'discard', 'keep-mine']);
    const both = await open(titled('Mine'), sampleWidget({ language: 'de' }));
    expect(named(both.dialog, 'Keep both')).to.have.length(1);
  });

  it('returns to the page on Escape', async () => {
    const { dialog, actions } = await open();
    deepAll(dialog, 'dialog')[0]!.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(actions).to.deep.equal(['review-conflict']);
  });
});
