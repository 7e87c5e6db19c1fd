import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { LookStep } from '../../../../../console/admin/widgets/look/look-step.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import { control, deepAll, press, settle, readingOf, type } from '../../../../support/console/press.js';

async function open(draft = sampleWidget()): Promise<LookStep> {
  const step = await fixture<LookStep>(
    html`<connect-chat-look-step
      .draft=${draft}
      .brand=${'#0b5fff'}
      .valid=${draft}
      .flows=${[{ flowId: 'default', name: 'Default flow' }]}
    ></connect-chat-look-step>`,
  );
  // The frame of the preview needs a running service.
  step.shadowRoot!.querySelector('connect-chat-widget-preview')!.remove();
  return ownDraft(step);
}

describe('<connect-chat-look-step>', () => {
  it('is accessible, collapsed and expanded', async () => {
    const step = await open(sampleWidget({ survey: { kind: 'STARS', question: '', comment: true } }));
    await expect(step).to.be.accessible();
    unfold(step);
    await expect(step).to.be.accessible();
  });

  it('shows name, brand and texts, and summarises the other sections in a line each', async () => {
    const step = await open();
    const headings = deepAll(step, 'h2').map(({ textContent }) => textContent);
    expect(headings).to.have.members([
      'Brand',
      'Texts',
      'Launcher',
      'Before the chat',
      'During the chat',
      'When no one’s available',
      'After the chat',
      'Contact flow',
    ]);
    expect(readingOf(step)).to.contain('Launcher Bottom right, 58 px');
    expect(readingOf(step)).to.contain('After the chat Rating: Off');
    expect(deepAll<HTMLDetailsElement>(step, 'details').some((each) => each.open)).to.equal(false);
  });

  it('marks a collapsed section that contains a problem', async () => {
    const step = await open();
    step.problems = new Map([['/theme/launcherSize', 'Enter the width and height of the launcher.']]);
    await settle();
    const launcher = deepAll(step, 'summary').find(({ textContent }) => textContent.includes('Launcher'))!;
    expect(launcher.textContent).to.contain('Needs attention');
  });

  it('chooses whether a chat starts with the first message or with the chat window', async () => {
    const step = await open();
    unfold(step);
    const choice = control<HTMLSelectElement>(step, 'Start the chat');
    expect(choice.value).to.equal('message');
    choice.value = 'open';
    choice.dispatchEvent(new Event('change'));
    await settle();
    expect(step.draft.startOn).to.equal('open');
    expect(readingOf(step)).to.contain('Before the chat No questions, starts when opened');
  });

  it('names the widget, and chooses its contact flow', async () => {
    const step = await open();
    type(step, 'Name', 'Corner shop');
    expect(step.draft.name).to.equal('Corner shop');
    unfold(step);
    expect(control<HTMLSelectElement>(step, 'Contact flow').value).to.equal('default');
  });

  it('turns the features of a chat on and off', async () => {
    const step = await open();
    unfold(step);
    press(step, 'Show the emoji picker');
    press(step, 'Show the unread count in the page title');
    const { emoji, unreadInTitle } = step.draft.features;
    expect([emoji, unreadInTitle]).to.deep.equal([false, true]);
  });
});
