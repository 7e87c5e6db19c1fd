import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { HistoryStep } from '../../../../../console/admin/widgets/history/history-step.js';
import type { RestoreEvent } from '../../../../../console/admin/widgets/history/restore-event.js';
import type { WidgetVersion } from '../../../../../console/admin/widgets/state/widget-version.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { deepAll, press, readingOf } from '../../../../support/console/press.js';

const versions: WidgetVersion[] = [
  {
    version: 3,
    savedAt: '2026-06-02T10:00:00Z',
    savedBy: 'ada',
    widget: sampleWidget({ survey: { kind: 'STARS', question: '', comment: true } }),
  },
  { version: 2, savedAt: '2026-06-01T10:00:00Z', savedBy: null, widget: sampleWidget() },
  { version: 1, savedAt: '2026-06-01T09:00:00Z', savedBy: 'ada', widget: sampleWidget() },
];
const open = () =>
  fixture<HistoryStep>(html`<connect-chat-history-step .versions=${versions}></connect-chat-history-step>`);

describe('<connect-chat-history-step>', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('has padding inside its card', async () => {
    const [card] = deepAll(await open(), '.card');
    const { paddingTop, paddingLeft } = getComputedStyle(card!);
    expect([paddingTop, paddingLeft]).to.deep.equal(['20px', '22px']);
  });

  it('shows who saved each version, and what changed', async () => {
    const text = readingOf(await open());
    expect(text).to.contain('Version 3 Live');
    expect(text).to.contain('Rating Before: Off → After: Stars');
    expect(text).to.contain('by the service or an API token');
    expect(text).to.contain('No changes');
    expect(text).to.contain('First version');
  });

  it('offers to restore every version but the live one', async () => {
    const step = await open();
    const names = deepAll(step, 'button').map(({ textContent }) => textContent.trim());
    expect(names).to.deep.equal(['Restore version 2', 'Restore version 1']);
    setTimeout(() => press(step, 'Restore version 1'));
    const { version } = (await oneEvent(step, 'connect-chat-restore')) as unknown as RestoreEvent;
    expect(version.version).to.equal(1);
  });
});
