import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { AroundSettings } from '../../../../../console/admin/widgets/look/around-settings.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import { withMember } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const queues = [
  { queueId: 'default', name: 'Default queue' },
  { queueId: 'cakes', name: 'Cakes' },
];

/** Opens the settings with an owner that passes every change down, as the editor does. */
async function open(problems: [string, string][] = []): Promise<AroundSettings> {
  const settings = await fixture<AroundSettings>(
    html`<connect-chat-around-settings
      .draft=${sampleWidget()}
      .problems=${new Map(problems)}
      .queues=${queues}
      @connect-chat-draft=${({ pointer, value }: DraftEvent) => {
        settings.draft = withMember(settings.draft, pointer, value);
      }}
    ></connect-chat-around-settings>`,
  );
  for (const section of settings.shadowRoot!.querySelectorAll('details')) section.open = true;
  return settings;
}
const field = (settings: AroundSettings, name: string) =>
  settings.shadowRoot!.querySelector<HTMLSelectElement>(`[name=${name}]`);
async function choose(settings: AroundSettings, name: string, value: string): Promise<void> {
  const select = field(settings, name)!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settings.updateComplete;
}

describe('<connect-chat-around-settings>', () => {
  it('is accessible, as it comes and with everything on', async () => {
    const settings = await open();
    await expect(settings).to.be.accessible();
    await choose(settings, 'away-whenClosed', 'LEAVE_MESSAGE');
    await choose(settings, 'survey-kind', 'STARS');
    await expect(settings).to.be.accessible();
  });

  it('begins with a chat at any time, and nothing after it', async () => {
    const settings = await open();
    expect(field(settings, 'away-whenClosed')!.value).to.equal('CHAT');
    expect(field(settings, 'survey-kind')!.value).to.equal('OFF');
    expect(field(settings, 'away-queueId')).to.equal(null);
    expect(field(settings, 'survey-question')).to.equal(null);
  });

  it('asks for the queue once messages are taken', async () => {
    const settings = await open();
    await choose(settings, 'away-whenNobodyAvailable', 'LEAVE_MESSAGE');
    expect(field(settings, 'away-queueId')!.value).to.equal('default');
    await choose(settings, 'away-queueId', 'cakes');
    expect(settings.draft.away).to.deep.equal({
      whenClosed: 'CHAT',
      whenNobodyAvailable: 'LEAVE_MESSAGE',
      queueId: 'cakes',
    });
  });

  it('asks for the question and the comment once chats are rated', async () => {
    const settings = await open();
    await choose(settings, 'survey-kind', 'THUMBS');
    const question = settings.shadowRoot!.querySelector<HTMLInputElement>('[name=survey-question]')!;
    question.value = 'Happy?';
    question.dispatchEvent(new Event('input'));
    settings.shadowRoot!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    expect(settings.draft.survey).to.deep.equal({ kind: 'THUMBS', question: 'Happy?', comment: false });
  });

  it('says beside a field what is wrong with it', async () => {
    const settings = await open([['/away/whenClosed', 'Takes CHAT or LEAVE_MESSAGE.']]);
    const select = field(settings, 'away-whenClosed')!;
    expect(select.getAttribute('aria-invalid')).to.equal('true');
    expect(settings.shadowRoot!.textContent).to.contain('Takes CHAT or LEAVE_MESSAGE.');
  });
});
