import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { AwaySettings } from '../../../../../console/admin/widgets/look/away-settings.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { ownDraft, unfold } from '../../../../support/console/draft-owner.js';
import { control, named, readingOf, settle } from '../../../../support/console/press.js';

const queues = [
  { queueId: 'default', name: 'Default queue' },
  { queueId: 'cakes', name: 'Cakes' },
];
const whenClosed = 'Outside opening hours';
const whenNobodyAvailable = 'When no agent is available';

async function open(problems: [string, string][] = []): Promise<AwaySettings> {
  const settings = ownDraft(
    await fixture<AwaySettings>(
      html`<connect-chat-away-settings
        .draft=${sampleWidget()}
        .problems=${new Map(problems)}
        .queues=${queues}
      ></connect-chat-away-settings>`,
    ),
  );
  unfold(settings);
  return settings;
}
const field = (settings: AwaySettings, name: string) => control<HTMLSelectElement>(settings, name);
async function choose(settings: AwaySettings, name: string, text: string): Promise<void> {
  const select = field(settings, name);
  select.value = [...select.options].find((option) => option.text === text)!.value;
  select.dispatchEvent(new Event('change'));
  await settle();
}

describe('<connect-chat-away-settings>', () => {
  it('is accessible, by default and with messages', async () => {
    const settings = await open();
    await expect(settings).to.be.accessible();
    await choose(settings, whenClosed, 'Leave a message');
    await expect(settings).to.be.accessible();
  });

  it('lets chats start at any time by default, and asks for no queue', async () => {
    const settings = await open();
    for (const name of [whenClosed, whenNobodyAvailable])
      expect(field(settings, name).selectedOptions[0]!.text).to.equal('Start a chat');
    expect(named(settings, 'Queue')).to.deep.equal([]);
    expect(readingOf(settings)).to.contain('Chats wait in the queue');
  });

  it('asks for the queue once visitors can leave messages', async () => {
    const settings = await open();
    await choose(settings, whenNobodyAvailable, 'Leave a message');
    expect(field(settings, 'Queue').selectedOptions[0]!.text).to.equal('Default queue');
    expect(readingOf(settings)).to.contain('Visitors can leave a message');
    await choose(settings, 'Queue', 'Cakes');
    expect(settings.draft.away).to.deep.equal({
      whenClosed: 'CHAT',
      whenNobodyAvailable: 'LEAVE_MESSAGE',
      queueId: 'cakes',
    });
  });

  it('shows a problem beside its field and in its heading, but no problem of another section', async () => {
    const settings = await open([['/away/whenClosed', 'Choose one of the two.']]);
    expect(field(settings, whenClosed).getAttribute('aria-invalid')).to.equal('true');
    expect(readingOf(settings)).to.contain('Choose one of the two.').and.to.contain('Needs attention');
    const other = await open([['/survey/kind', 'Choose one of the three.']]);
    expect(readingOf(other)).not.to.contain('Needs attention');
  });
});
