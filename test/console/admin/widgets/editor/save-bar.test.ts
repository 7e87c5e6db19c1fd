import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { WidgetStep } from '../../../../../console/admin/state/route.js';
import { memberProblem } from '../../../../../console/admin/widgets/state/member-problem.js';
import type { SaveBar } from '../../../../../console/admin/widgets/editor/save-bar.js';
import { control, deepAll, press, readingOf } from '../../../../support/console/press.js';

async function open(state: Partial<SaveBar> & { step: WidgetStep }) {
  const actions: string[] = [];
  const bar = await fixture<SaveBar>(
    html`<connect-chat-save-bar
      .step=${state.step}
      .unsaved=${state.unsaved ?? 0}
      .isBusy=${state.isBusy ?? false}
      .news=${state.news ?? ''}
      .failure=${state.failure ?? ''}
      .blocker=${state.blocker}
      @connect-chat-editor-action=${({ action }: { action: string }) => actions.push(action)}
    ></connect-chat-save-bar>`,
  );
  return { bar, actions };
}
const buttons = (bar: SaveBar) => deepAll(bar, 'button').map(({ textContent }) => textContent.trim());
const blocker = memberProblem('/theme/customerBubbleColor', 'Enter a hex code such as #0b5fff.');

describe('<connect-chat-save-bar>', () => {
  it('is accessible, with a problem and with news', async () => {
    await expect((await open({ step: 'look', unsaved: 2, blocker })).bar).to.be.accessible();
    await expect((await open({ step: 'sites', failure: 'No connection.' })).bar).to.be.accessible();
    await expect((await open({ step: 'code', news: 'Saved.' })).bar).to.be.accessible();
  });

  it('leads to the next step', async () => {
    const first = await open({ step: 'look' });
    expect([readingOf(first.bar), ...buttons(first.bar)]).to.deep.equal(['All changes saved Next', 'Next']);
    press(first.bar, 'Next');
    const second = await open({ step: 'sites', unsaved: 1 });
    expect(buttons(second.bar)).to.deep.equal(['Discard', 'Back', 'Save and continue']);
    for (const name of buttons(second.bar)) press(second.bar, name);
    expect([...first.actions, ...second.actions]).to.deep.equal([
      'next',
      'discard',
      'back',
      'save-and-continue',
    ]);
  });

  it('counts unsaved changes, and saves them from every step', async () => {
    for (const step of ['look', 'code', 'history'] as const) {
      const { bar, actions } = await open({ step, unsaved: 2 });
      expect(readingOf(bar)).to.contain('2 unsaved changes');
      press(bar, 'Save');
      expect(actions).to.deep.equal(['save']);
    }
    const { bar } = await open({ step: 'code' });
    expect(deepAll(bar, '.bar')[0]!.getClientRects()).to.have.length(0);
  });

  it('names the invalid field, and leads to it', async () => {
    const { bar, actions } = await open({ step: 'sites', unsaved: 1, blocker });
    expect(readingOf(deepAll(bar, '[role=alert]')[0]!)).to.equal(
      'Not saved. Customer bubble colour: enter a hex code such as #0b5fff.',
    );
    press(bar, 'Customer bubble colour');
    expect(actions).to.deep.equal(['show-problem']);
  });

  it('stays visible while the page is scrolled', async () => {
    const { bar } = await open({ step: 'look', failure: 'Not saved. No connection.' });
    const tall = document.createElement('div');
    tall.style.height = '3000px';
    bar.before(tall);
    const { bottom } = control(bar, 'Next').getBoundingClientRect();
    expect(getComputedStyle(bar).position).to.equal('sticky');
    expect(bottom).to.be.at.most(innerHeight);
    tall.remove();
  });
});
