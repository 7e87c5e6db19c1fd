import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { LauncherSettings } from '../../../../../console/admin/widgets/look/launcher-settings.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import { control, settle, readingOf, type } from '../../../../support/console/press.js';

async function open(): Promise<LauncherSettings> {
  const settings = ownDraft(
    await fixture<LauncherSettings>(
      html`<connect-chat-launcher-settings .draft=${sampleWidget()}></connect-chat-launcher-settings>`,
    ),
  );
  unfold(settings);
  return settings;
}

describe('<connect-chat-launcher-settings>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('defaults to an icon of 58 pixels, 20 pixels from each edge', async () => {
    const settings = await open();
    const value = (name: string) => control<HTMLInputElement>(settings, name).value;
    expect(value('Label')).to.equal('');
    expect(
      ['Size (pixels)', 'Distance from the right (pixels)', 'Distance from the bottom (pixels)'].map(value),
    ).to.deep.equal(['58', '20', '20']);
  });

  it('accepts a label and distances, and names the chosen side', async () => {
    const settings = await open();
    type(settings, 'Label', 'Ask us');
    type(settings, 'Distance from the bottom (pixels)', '90');
    const position = control<HTMLSelectElement>(settings, 'Position');
    position.value = 'left';
    position.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    type(settings, 'Distance from the left (pixels)', '0');
    const { launcherLabel, launcherOffsetX, launcherOffsetY, launcherPosition } = settings.draft.theme;
    expect([launcherLabel, launcherOffsetX, launcherOffsetY, launcherPosition]).to.deep.equal([
      'Ask us',
      0,
      90,
      'left',
    ]);
    expect(readingOf(settings)).to.contain('“Ask us”, bottom left, 58 px');
  });

  it('keeps an emptied number field empty, so that its problem can be shown', async () => {
    const settings = await open();
    type(settings, 'Size (pixels)', '');
    expect(settings.draft.theme.launcherSize).to.equal('');
    settings.problems = new Map([['/theme/launcherSize', 'Enter the width and height.']]);
    await settle();
    expect(control(settings, 'Size (pixels)').getAttribute('aria-invalid')).to.equal('true');
  });
});
