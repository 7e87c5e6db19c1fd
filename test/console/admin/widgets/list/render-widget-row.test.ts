import { expect, fixture, html } from '@open-wc/testing';
import { renderWidgetRow } from '../../../../../console/admin/widgets/list/render-widget-row.js';
import type { WidgetRow } from '../../../../../console/admin/widgets/list/widget-list-state.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';
import { control, press, readingOf } from '../../../../support/console/press.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const row = (change: Partial<WidgetRow> = {}): WidgetRow => ({
  ...sampleWidget(),
  widgetId: 'w/1',
  ...change,
});
const open = (shown = row(), onAsk: (kind: string, about: WidgetRow) => void = () => undefined) =>
  fixture<HTMLElement>(
    html`<ul>
      ${renderWidgetRow(shown, { now, onAsk })}
    </ul>`,
  );
const activity = (lastChatAt: string | null) => ({ lastChatAt, seen: [], refused: [] });
const sites = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://shop${index + 1}.example`);

describe('a widget in the list', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('names three of its websites, and counts the others', async () => {
    expect(readingOf(await open(row({ domains: [] })))).to.contain('No websites yet');
    expect(readingOf(await open(row({ domains: sites(3) })))).to.contain(
      'https://shop1.example, https://shop2.example, https://shop3.example ',
    );
    expect(readingOf(await open(row({ domains: sites(4) })))).to.contain('https://shop3.example and 1 more');
  });

  it('says whether anyone can start a chat', async () => {
    expect(readingOf(await open())).to.contain('Open to everyone');
    expect(readingOf(await open(row({ security: { required: true } })))).to.contain('Token required');
  });

  it('says when the last chat was, once that is known', async () => {
    expect(readingOf(await open())).not.to.match(/[Ll]ast chat|No chats/);
    expect(readingOf(await open(row({ activity: activity(null) })))).to.contain('No chats yet');
    expect(readingOf(await open(row({ activity: activity('2026-05-30T12:00:00Z') })))).to.contain(
      'Last chat 2 days ago',
    );
  });

  it('leads to its editor and to the sample page, whatever its id is', async () => {
    const place = await open();
    expect(control(place, 'Edit Shop').getAttribute('href')).to.equal('#/widgets/w%2F1/look');
    expect(control(place, 'Shop').getAttribute('href')).to.equal('#/widgets/w%2F1/look');
    const sample = control<HTMLAnchorElement>(place, 'Try it: Shop (opens in a new window)');
    expect(sample.getAttribute('href')).to.equal('/demo/?widget-id=w%2F1');
    expect([sample.target, sample.rel]).to.deep.equal(['_blank', 'noopener']);
  });

  it('asks to duplicate or delete this widget', async () => {
    const asked: string[] = [];
    const place = await open(row(), (kind, { widgetId }) => asked.push(`${kind} ${widgetId}`));
    press(place, 'Duplicate Shop');
    press(place, 'Delete Shop');
    expect(asked).to.deep.equal(['duplicate w/1', 'delete w/1']);
  });
});
