import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { AuditList } from '../../../../../console/admin/settings/elements/audit-list.js';
import { createFakeService } from '../../../../support/console/fake-service.js';
import { named, press, readingOf, settle } from '../../../../support/console/press.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const entry = (seq: number, change: object = {}) => ({
  ...{ seq, at: '2026-06-01T11:00:00Z', agentId: 'a1', who: 'ada' },
  ...{ action: 'PUT /api/queues/:queueId', target: `queue-${seq}`, members: ['name', 'wrapUp'] },
  ...change,
});

async function open(answers: Record<string, unknown>): Promise<{ list: AuditList; answers: object }> {
  const service = createFakeService(answers);
  const list = await fixture<AuditList>(
    html`<connect-chat-audit-list .request=${service.request} .now=${() => now}></connect-chat-audit-list>`,
  );
  await settle();
  return { list, answers: service.answers };
}

describe('<connect-chat-audit-list>', () => {
  it('has no barriers, and says who changed what', async () => {
    const program = {
      who: 'ADMIN_TOKEN',
      agentId: null,
      action: 'POST /api/session',
      target: null,
      members: [],
    };
    const { list } = await open({
      'GET /api/audit-log?limit=20': { entries: [entry(2), entry(1, program)], next: null },
    });
    await expect(list).to.be.accessible();
    const text = readingOf(list);
    expect(text).to.include('Saved queue queue-2').and.to.include('name, wrapUp').and.to.include('ada');
    expect(text).to.include('Administrator’s token').and.to.include('Signed in');
    expect(named(list, 'Show earlier')).to.have.length(0);
  });

  it('shows earlier entries below', async () => {
    const { list } = await open({
      'GET /api/audit-log?limit=20': { entries: [entry(2)], next: 2 },
      'GET /api/audit-log?limit=20&before=2': { entries: [entry(1)], next: null },
    });
    press(list, 'Show earlier');
    await settle();
    expect(readingOf(list)).to.match(/queue-2.*queue-1/);
    expect(named(list, 'Show earlier')).to.have.length(0);
  });

  it('says that the service can’t be reached, and tries again', async () => {
    const { list, answers } = await open({ 'GET /api/audit-log?limit=20': new Error('down') });
    Object.assign(answers, { 'GET /api/audit-log?limit=20': { entries: [], next: null } });
    press(list, 'Try again');
    await settle();
    expect(readingOf(list)).to.include('Nothing was changed yet.');
  });
});
