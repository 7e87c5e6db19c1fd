import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { AllowDomainEvent } from '../../../../../console/admin/widgets/code/allow-domain-event.js';
import type { InstallCheck } from '../../../../../console/admin/widgets/code/install-check.js';
import type { WidgetActivity } from '../../../../../console/admin/widgets/state/widget-activity.js';
import { createFakeService } from '../../../../support/console/fake-service.js';
import { named, press, settle, readingOf } from '../../../../support/console/press.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const refusal = {
  at: '2026-06-01T11:00:00Z',
  origin: 'https://new.example',
  reason: 'ORIGIN',
  message: 'This website is not in the widget’s list.',
  count: 2,
};

async function open(
  activity: Partial<WidgetActivity>,
  domains = ['https://shop.example'],
): Promise<InstallCheck> {
  const answer = { lastChatAt: null, seen: [], refused: [], ...activity };
  const { request } = createFakeService({ 'GET /api/widgets/w1/activity': answer });
  const check = await fixture<InstallCheck>(
    html`<connect-chat-install-check
      .request=${request}
      widgetId="w1"
      .domains=${domains}
      .now=${() => now}
    ></connect-chat-install-check>`,
  );
  await settle();
  return check;
}

describe('<connect-chat-install-check>', () => {
  it('is accessible', async () => {
    const seen = [{ origin: 'https://shop.example', at: '2026-06-01T11:59:00Z' }];
    await expect(await open({ seen, refused: [refusal] })).to.be.accessible();
  });

  it('lists where the widget was seen, and where not yet', async () => {
    const seen = [{ origin: 'https://shop.example', at: '2026-06-01T11:59:00Z' }];
    const text = readingOf(await open({ seen }, ['https://shop.example', 'https://later.example']));
    expect(text).to.contain('Seen https://shop.example 1 minute ago');
    expect(text).to.contain('Waiting https://later.example not seen yet');
    expect(text).to.contain('Recently blocked Nothing was blocked.');
  });

  it('asks for a website if there is none', async () => {
    expect(readingOf(await open({}, []))).to.contain('Add a website in step 2.');
  });

  it('lists what was blocked, and allows a website at a click', async () => {
    const check = await open({ refused: [refusal] });
    expect(readingOf(check)).to.contain('1 hour ago, 2 times');
    setTimeout(() => press(check, 'Allow https://new.example'));
    const { origin } = (await oneEvent(check, 'connect-chat-allow-domain')) as unknown as AllowDomainEvent;
    expect(origin).to.equal('https://new.example');
  });

  it('does not offer to allow a fifty-first website', async () => {
    const check = await open(
      { refused: [refusal] },
      Array.from({ length: 50 }, (_, n) => `https://s${n}.example`),
    );
    expect(named(check, 'Allow https://new.example')).to.have.length(0);
    expect(readingOf(check)).to.contain('You can add up to 50 websites');
  });
});
