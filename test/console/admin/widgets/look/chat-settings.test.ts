import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import type { ChatSettings } from '../../../../../console/admin/widgets/look/chat-settings.js';
import { features } from '../../../../../console/admin/widgets/state/choices.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import { control, readingOf, settle } from '../../../../support/console/press.js';

async function open(draft = sampleWidget()): Promise<ChatSettings> {
  const settings = ownDraft(
    await fixture<ChatSettings>(
      html`<connect-chat-chat-settings .draft=${draft}></connect-chat-chat-settings>`,
    ),
  );
  unfold(settings);
  return settings;
}
const boxOf = (settings: ChatSettings, text: string) => control<HTMLInputElement>(settings, text);

describe('<connect-chat-chat-settings>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('has a box for each feature, ticked where it is on', async () => {
    const draft = sampleWidget();
    const settings = await open(draft);
    for (const { name, text } of features)
      expect(boxOf(settings, text).checked, name).to.equal(draft.features[name]);
  });

  it('turns a feature on and off, and counts those that are on', async () => {
    const settings = await open();
    const asked: unknown[] = [];
    settings.addEventListener('connect-chat-draft', ({ pointer, value }: DraftEvent) =>
      asked.push([pointer, value]),
    );
    const before = /(\d+) of 9 features on/.exec(readingOf(settings))![1];
    const emoji = boxOf(settings, 'Show the emoji picker');
    emoji.click();
    await settle();
    expect(asked).to.deep.equal([['/features/emoji', false]]);
    expect(emoji.checked).to.equal(false);
    expect(readingOf(settings)).to.contain(`${Number(before) - 1} of 9 features on`);
    emoji.click();
    await settle();
    expect(asked.at(-1)).to.deep.equal(['/features/emoji', true]);
    expect(readingOf(settings)).to.contain(`${before} of 9 features on`);
  });

  it('shows the state of its owner, also where the owner refuses a change', async () => {
    const settings = await fixture<ChatSettings>(
      html`<connect-chat-chat-settings .draft=${sampleWidget()}></connect-chat-chat-settings>`,
    );
    unfold(settings);
    const emoji = boxOf(settings, 'Show the emoji picker');
    emoji.click();
    settings.requestUpdate();
    await settings.updateComplete;
    expect(emoji.checked).to.equal(true);
  });
});
