import { expect } from '@open-wc/testing';
import { ChatError } from '../../client/chat-error.js';
import type { KeptUpload } from '../../client/kept-upload.js';
import { createMemoryValues } from '../../client/kept-values.js';
import type { Transfer, UploadedFile } from '../../client/transfer-file.js';
import { Uploads } from '../../client/uploads.js';
import { limits } from '../../shared/limits.js';
import { createTestEnvironment, settled } from '../support/client/test-environment.js';

interface Running {
  name: string;
  progress: (sent: number) => void;
  arrive: () => void;
  fail: (code: string) => void;
  isCancelled: boolean;
}

function openUploads(store = createMemoryValues<KeptUpload>()) {
  const environment = createTestEnvironment();
  const running: Running[] = [];
  const said: { name: string; clientToken: string; stored: () => void }[] = [];
  const transfer: Transfer = ({ name, file }, progress) => {
    let arrive!: () => void;
    let fail!: (code: string) => void;
    const done = new Promise<UploadedFile>((resolve, reject) => {
      arrive = () =>
        resolve({ attachmentId: `id of ${name}`, name, size: file.size, contentType: 'text/plain' });
      fail = (code) => reject(new ChatError(code, code));
    });
    const one: Running = { name, progress, arrive, fail, isCancelled: false };
    running.push(one);
    return { done, cancel: () => void (one.isCancelled = true) };
  };
  const uploads = new Uploads({
    environment,
    store,
    transfer,
    say: (file, clientToken) =>
      new Promise<void>((stored) => said.push({ name: file.name, clientToken, stored })),
    onChange: () => undefined,
  });
  const names = () => uploads.list.map(({ name }) => name);
  return { uploads, environment, running, said, store, names };
}
const file = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name);

describe('Uploads', () => {
  it('go one after the other, in the order in which they were chosen, and are said then', async () => {
    const { uploads, running, said, names } = openUploads();
    uploads.add([file('a'), file('b')]);
    expect(running).to.have.length(0);
    uploads.open();
    expect(running.map(({ name }) => name)).to.deep.equal(['a']);
    running[0]!.progress(0.5);
    expect(uploads.list.map(({ sent }) => sent)).to.deep.equal([0.5, 0]);
    running[0]!.arrive();
    await settled();
    expect(said.map(({ name }) => name)).to.deep.equal(['a']);
    expect(names()).to.deep.equal(['b']);
    running[1]!.arrive();
    await settled();
    expect(said.map(({ name }) => name)).to.deep.equal(['a', 'b']);
    expect(names()).to.deep.equal([]);
  });
  it('are kept until they are stored, so that a crash loses none', async () => {
    const { uploads, running, said, store } = openUploads();
    uploads.add([file('a')]);
    uploads.open();
    running[0]!.arrive();
    await settled();
    expect(await store.list()).to.have.length(1);
    said[0]!.stored();
    await settled();
    expect(await store.list()).to.have.length(0);
  });
  it('do not come back where they are removed while the kept ones are read', async () => {
    const store = createMemoryValues<KeptUpload>();
    let answer!: () => void;
    const isRead = new Promise<void>((resolve) => (answer = resolve));
    const slow = {
      ...store,
      list: async () => {
        const kept = await store.list();
        await isRead;
        return kept;
      },
    };
    const { uploads, names } = openUploads(slow);
    uploads.add([file('a')]);
    const restored = uploads.restore();
    await settled();
    uploads.remove(uploads.list[0]!.clientToken);
    answer();
    await restored;
    expect(names()).to.deep.equal([]);
  });
  it('go on where an earlier page could not, under the same client token', async () => {
    const before = openUploads();
    before.uploads.add([file('a'), file('b')]);
    const [first] = before.uploads.list;
    before.uploads.destroy();
    const { uploads, running, said, names } = openUploads(before.store);
    uploads.open();
    await uploads.restore();
    expect(names()).to.deep.equal(['a', 'b']);
    running[0]!.arrive();
    await settled();
    expect(said[0]!.clientToken).to.equal(first!.clientToken);
  });
  it('are tried again after a lost connection, and after a refusal that passes', async () => {
    for (const code of ['CONNECTION_LOST', 'TOO_MANY_UPLOADS', 'TEMPORARILY_UNAVAILABLE']) {
      const { uploads, running, environment, said } = openUploads();
      uploads.add([file('a')]);
      uploads.open();
      running[0]!.progress(0.9);
      running[0]!.fail(code);
      await settled();
      expect(uploads.list[0]!.sent).to.equal(0);
      environment.pass(60_000);
      expect(running, code).to.have.length(2);
      running[1]!.arrive();
      await settled();
      expect(said).to.have.length(1);
    }
  });
  it('wait while there is no connection', async () => {
    const { uploads, running, environment } = openUploads();
    uploads.add([file('a')]);
    uploads.open();
    uploads.close();
    running[0]!.fail('CONNECTION_LOST');
    await settled();
    environment.pass(60_000);
    expect(running).to.have.length(1);
    uploads.open();
    expect(running).to.have.length(2);
  });
  it('stay where they are refused, and hold up nothing', async () => {
    const { uploads, running, store } = openUploads();
    uploads.add([file('a'), file('b')]);
    uploads.open();
    running[0]!.fail('ATTACHMENT_TYPE_REFUSED');
    await settled();
    expect(uploads.list.map(({ refusal }) => refusal?.code)).to.deep.equal([
      'ATTACHMENT_TYPE_REFUSED',
      undefined,
    ]);
    expect(running.map(({ name }) => name)).to.deep.equal(['a', 'b']);
    expect((await store.list()).map(({ name }) => name)).to.deep.equal(['b']);
    uploads.remove(uploads.list[0]!.clientToken);
    expect(uploads.list).to.have.length(1);
  });
  it('are given up: what is on its way is cut off, and is said no more should it arrive', async () => {
    const { uploads, running, said, store, names } = openUploads();
    uploads.add([file('a'), file('b')]);
    uploads.open();
    uploads.remove(uploads.list[0]!.clientToken);
    expect(running[0]!.isCancelled).to.equal(true);
    running[0]!.arrive();
    await settled();
    expect(said).to.have.length(0);
    expect(names()).to.deep.equal(['b']);
    expect(await store.list()).to.have.length(1);
    expect(running).to.have.length(2);
  });
  it('are refused at once where it is known beforehand: too many, too large, empty', () => {
    const { uploads } = openUploads();
    const many = Array.from({ length: limits.uploads }, (_, index) => file(String(index)));
    uploads.add([...many, file('one too many')]);
    expect(uploads.list[limits.uploads]!.refusal?.code).to.equal('TOO_MANY_FILES');
    const other = openUploads();
    other.uploads.add([
      file('empty', 0),
      file('large', limits.attachmentBytes + 1),
      file('full', limits.attachmentBytes),
    ]);
    expect(other.uploads.list.map(({ refusal }) => refusal?.code)).to.deep.equal([
      'ATTACHMENT_EMPTY',
      'ATTACHMENT_TOO_LARGE',
      undefined,
    ]);
  });
});
