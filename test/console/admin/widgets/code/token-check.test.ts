import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { TokenCheck } from '../../../../../console/admin/widgets/code/token-check.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { control, press, settle, readingOf, type } from '../../../../support/console/press.js';

const path = 'POST /api/widgets/w1/token-checks';
const checkedAt = '2026-06-01T12:00:00.000Z';
const now = Date.parse(checkedAt) / 1000;
const answer = (changes: object = {}) => ({
  isGood: true,
  header: { alg: 'HS256' },
  payload: { sub: 'w1', iat: now - 5, exp: now + 595 },
  keyId: 'k1',
  problems: [],
  checkedAt,
  ...changes,
});

async function open(service: FakeService): Promise<TokenCheck> {
  return fixture<TokenCheck>(
    html`<connect-chat-token-check .request=${service.request} widgetId="w1"></connect-chat-token-check>`,
  );
}
async function test(check: TokenCheck, text: string): Promise<string> {
  type(check, 'Token', text);
  press(check, 'Test token');
  await settle();
  return readingOf(check);
}

describe('<connect-chat-token-check>', () => {
  it('is accessible, with a good token and with a bad one', async () => {
    const service = createFakeService({ [path]: answer() });
    const check = await open(service);
    await expect(check).to.be.accessible();
    await test(check, 'a.b.c');
    await expect(check).to.be.accessible();
    service.answers[path] = answer({
      isGood: false,
      problems: [{ reason: 'SUB', message: '`sub` must be this widget’s ID.' }],
    });
    await test(check, 'a.b.c');
    await expect(check).to.be.accessible();
  });

  it('explains what to paste, and accepts the whole response of the token endpoint', async () => {
    const service = createFakeService({ [path]: answer() });
    const check = await open(service);
    expect(readingOf(check)).to.contain(
      'paste the whole answer, such as {"data":"eyJ…"}, or the token alone',
    );
    for (const text of ['{"data":"a.b.c"}', '{"token":"a.b.c"}', ' a.b.c ']) await test(check, text);
    expect(service.asked.map(({ body }) => body)).to.deep.equal([1, 2, 3].map(() => ({ token: 'a.b.c' })));
  });

  it('confirms that a token works, with the times of its creation and expiry', async () => {
    const text = await test(await open(createFakeService({ [path]: answer() })), 'a.b.c');
    expect(text).to.contain('This token works.');
    expect(text).to.contain('Created 5 seconds ago, expires in 10 minutes.');
    expect(text).to.contain('Signed with key k1');
  });

  it('lists the problems, and leaves out times in milliseconds', async () => {
    const problems = [{ reason: 'IAT_MILLISECONDS', message: '`iat` is in milliseconds; use seconds.' }];
    const payload = { sub: 'w1', iat: now * 1000, exp: now * 1000 + 600_000 };
    const text = await test(
      await open(createFakeService({ [path]: answer({ isGood: false, problems, payload, keyId: null }) })),
      'a.b.c',
    );
    expect(text).to.contain('A chat can’t start with this token:');
    expect(text).to.contain('iat is in milliseconds; use seconds.');
    expect(text).not.to.match(/Created|expires|minutes/);
  });

  it('marks the field as invalid without a token, or if the service can’t be reached', async () => {
    const service = createFakeService({ [path]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.') });
    const check = await open(service);
    expect(await test(check, '')).to.contain('Paste a token first.');
    expect(control(check, 'Token').getAttribute('aria-invalid')).to.equal('true');
    expect(service.asked).to.have.length(0);
    expect(await test(check, 'a.b.c')).to.contain('No connection.');
  });
});
