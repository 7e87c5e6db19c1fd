import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { SecurityKeys } from '../../../../../console/admin/widgets/code/security-keys.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService, type FakeService } from '../../../../support/console/fake-service.js';
import { named, press, settle, readingOf } from '../../../../support/console/press.js';

const now = Date.parse('2026-06-01T12:00:00Z');
const old = { keyId: 'k1', createdAt: '2026-05-01T12:00:00Z', lastUsedAt: '2026-06-01T11:58:00Z' };
const fresh = { keyId: 'k2', createdAt: '2026-06-01T11:59:30Z', lastUsedAt: null };
const list = 'GET /api/widgets/w1/keys';
const create = 'POST /api/widgets/w1/keys';

async function open(service: FakeService): Promise<SecurityKeys> {
  const keys = await fixture<SecurityKeys>(
    html`<connect-chat-security-keys
      .request=${service.request}
      widgetId="w1"
      .now=${() => now}
    ></connect-chat-security-keys>`,
  );
  await settle();
  return keys;
}

describe('<connect-chat-security-keys>', () => {
  it('is accessible: without a key, with a new one, and while one is deleted', async () => {
    const service = createFakeService({ [list]: [], [create]: { keyId: 'k1', key: 'x'.repeat(44) } });
    const keys = await open(service);
    await expect(keys).to.be.accessible();
    service.answers[list] = [old, fresh];
    press(keys, 'Create key');
    await settle();
    await expect(keys).to.be.accessible();
    press(keys, 'Delete old key');
    await settle();
    await expect(keys).to.be.accessible();
  });

  it('creates the first key, and shows it once', async () => {
    const service = createFakeService({ [list]: [], [create]: { keyId: 'k2', key: 'k'.repeat(44) } });
    const keys = await open(service);
    expect(readingOf(keys)).to.contain('No key yet. Create one to sign tokens.');
    service.answers[list] = [fresh];
    press(keys, 'Create key');
    await settle();
    expect(readingOf(keys)).to.contain('Copy this key now. You won’t see it again.');
    expect(readingOf(keys)).to.contain('k'.repeat(44));
    expect(readingOf(keys)).to.contain('created 30 seconds ago, never used');
  });

  it('allows two keys at once, and labels them old and new', async () => {
    const keys = await open(createFakeService({ [list]: [old, fresh] }));
    expect(named(keys, 'Rotate key')).to.have.length(0);
    expect(readingOf(keys)).to.contain('last used 2 minutes ago');
    expect(named(keys, 'Delete new key')).to.have.length(1);
  });

  it('warns before a key that is in use is deleted', async () => {
    const service = createFakeService({ [list]: [old, fresh] });
    const keys = await open(service);
    press(keys, 'Delete old key');
    await settle();
    expect(readingOf(keys)).to.contain('This key was used 2 minutes ago.');
    press(keys, 'Keep key');
    await settle();
    expect(named(keys, 'Keep key')).to.have.length(0);
    press(keys, 'Delete old key');
    await settle();
    service.answers[list] = [fresh];
    press(keys, 'Delete key');
    await settle();
    expect(
      service.asked.some(({ method, path }) => method === 'DELETE' && path.endsWith('/keys/k1')),
    ).to.equal(true);
    expect(readingOf(keys)).not.to.contain('Old key');
  });

  it('shows why a key was not created, although the keys can be loaded', async () => {
    const refusal = new ServiceRefusal('TOO_MANY_KEYS', 409, 'This widget has two keys already.');
    const keys = await open(createFakeService({ [list]: [old], [create]: refusal }));
    press(keys, 'Rotate key');
    await settle();
    expect(readingOf(keys)).to.contain('This widget has two keys already.');
    expect(readingOf(keys)).to.contain('last used 2 minutes ago');
  });

  it('shows why a key was not deleted, until the next attempt', async () => {
    const remove = 'DELETE /api/widgets/w1/keys/k1';
    const service = createFakeService({
      [list]: [old, fresh],
      [remove]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.'),
    });
    const keys = await open(service);
    const deleteOld = async () => {
      press(keys, 'Delete old key');
      await settle();
      press(keys, 'Delete key');
      await settle();
    };
    await deleteOld();
    expect(readingOf(keys)).to.contain('No connection.');
    delete service.answers[remove];
    await deleteOld();
    expect(readingOf(keys)).not.to.contain('No connection.');
  });

  it('shows why the keys can’t be loaded', async () => {
    const keys = await open(
      createFakeService({ [list]: new ServiceRefusal('UNREACHABLE', 0, 'No connection.') }),
    );
    expect(readingOf(keys)).to.contain('No connection.');
  });
});
