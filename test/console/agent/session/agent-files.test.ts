import { expect } from '@open-wc/testing';
import { AgentFiles } from '../../../../console/agent/session/agent-files.js';
import type { AgentSession } from '../../../../console/agent/session/agent-session.js';
import type { AgentChat } from '../../../../console/agent/state/agent-chat.js';
import { chat } from '../../../support/console/agent-fixtures.js';
import { settle } from '../../../support/console/press.js';

/** A fake upload request, which the test answers. */
class TestUpload {
  static all: TestUpload[] = [];
  readonly upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  url = '';
  status = 0;
  responseText = '';
  isAborted = false;

  constructor() {
    TestUpload.all.push(this);
  }
  open(_method: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(): void {}
  send(): void {}
  abort(): void {
    this.isAborted = true;
    this.onabort?.();
  }
  answer(status: number, body: object): void {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.onload?.();
  }
}

/** Opens the files of a fake session with one chat, whose state the test changes. */
function open(contactId: string) {
  const listeners = new Set<() => void>();
  const attached: unknown[] = [];
  const one = { ...chat(1), contactId };
  const session = {
    chats: [one] as AgentChat[],
    state: 'live',
    on: (_event: string, listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    attach: async (...given: unknown[]) => void attached.push(given),
  };
  let changes = 0;
  const files = new AgentFiles(session as unknown as AgentSession, () => (changes += 1));
  const become = (change: Partial<typeof session>) => {
    Object.assign(session, change);
    for (const listener of listeners) listener();
  };
  const attach = (...names: string[]) =>
    files.handle(contactId, { type: 'attach', files: names.map((name) => new File(['bytes'], name)) });
  const names = () => files.of(contactId).map(({ name }) => name);
  return { files, session, become, attach, attached, names, one, changesOf: () => changes };
}
const stored = { attachmentId: 'f1', name: 'map.pdf', contentType: 'application/pdf', size: 5 };

describe('AgentFiles', () => {
  const { XMLHttpRequest, fetch } = window;
  let number = 0;
  /** Each test has a chat of its own, because the browser stores files that wait. */
  const next = () => open(`files/${(number += 1)}`);
  beforeEach(() => {
    TestUpload.all = [];
    window.XMLHttpRequest = TestUpload as never;
  });
  afterEach(() => Object.assign(window, { XMLHttpRequest, fetch }));

  it('uploads a file to its contact, then posts it to the chat', async () => {
    const { attach, attached, names, files, changesOf } = next();
    attach('map.pdf');
    expect(names()).to.deep.equal(['map.pdf']);
    const [upload] = TestUpload.all;
    expect(upload!.url).to.equal(`/api/contacts/files%2F${number}/attachments`);
    upload!.upload.onprogress!({ loaded: 3, total: 5 });
    expect(files.of(`files/${number}`)[0]!.sent).to.equal(0.6);
    upload!.answer(201, stored);
    await settle();
    expect([names(), attached.length]).to.deep.equal([[], 1]);
    expect((attached[0] as unknown[])[1]).to.deep.equal(stored);
    expect(changesOf()).to.be.above(1);
    files.destroy();
  });

  it('sends one file after the other, in the order in which they were chosen', async () => {
    const { attach, names, files } = next();
    attach('one.txt', 'two.txt');
    expect(TestUpload.all).to.have.length(1);
    TestUpload.all[0]!.answer(201, stored);
    await settle();
    expect([names(), TestUpload.all.length]).to.deep.equal([['two.txt'], 2]);
    files.destroy();
  });

  it('shows why a file was refused, until the agent removes it', async () => {
    const { attach, names, files } = next();
    attach('virus.exe');
    TestUpload.all[0]!.answer(415, { code: 'ATTACHMENT_TYPE', message: 'Not this kind of file.' });
    await settle();
    const [upload] = files.of(`files/${number}`);
    expect(upload!.refusal?.message).to.equal('Not this kind of file.');
    files.handle(`files/${number}`, { type: 'remove', clientToken: upload!.clientToken });
    expect(names()).to.deep.equal([]);
    files.destroy();
  });

  it('gives up a file that is on its way when the agent removes it', async () => {
    const { attach, names, files } = next();
    attach('large.zip');
    const { clientToken } = files.of(`files/${number}`)[0]!;
    files.handle(`files/${number}`, { type: 'remove', clientToken });
    await settle();
    expect([names(), TestUpload.all[0]!.isAborted]).to.deep.equal([[], true]);
    files.destroy();
  });

  it('waits with files while the connection is lost', async () => {
    const { become, attach, names, files } = next();
    become({ state: 'reconnecting' });
    attach('map.pdf');
    expect([names(), TestUpload.all.length]).to.deep.equal([['map.pdf'], 0]);
    become({ state: 'live' });
    await settle();
    expect(TestUpload.all).to.have.length(1);
    files.destroy();
  });

  it('sends no file in a chat that is over', async () => {
    const { become, attach, one, files } = next();
    become({ chats: [{ ...one, phase: 'ended' }] });
    attach('map.pdf');
    await settle();
    expect(TestUpload.all).to.have.length(0);
    files.destroy();
  });

  it('forgets the files of a chat that left the desk, and stops their uploads', async () => {
    const { become, attach, names, files } = next();
    attach('map.pdf');
    become({ chats: [] });
    await settle();
    expect([names(), TestUpload.all[0]!.isAborted]).to.deep.equal([[], true]);
    files.destroy();
  });

  it('has none for a chat that it does not know', () => {
    const { files } = next();
    expect(files.of('elsewhere')).to.deep.equal([]);
    files.destroy();
  });

  it('reads a file of the chat from the service', async () => {
    const { files } = next();
    const asked: unknown[] = [];
    window.fetch = async (url) => {
      asked.push(url);
      return new Response('bytes');
    };
    const bytes = await new Promise<Blob>((resolve, reject) =>
      files.handle('c 1', {
        type: 'read',
        attachmentId: 'f/1',
        itemId: 'i1',
        take: (blob) => void blob.then(resolve, reject),
      }),
    );
    expect(await bytes.text()).to.equal('bytes');
    expect(asked).to.deep.equal(['/api/contacts/c%201/attachments/f%2F1']);
    files.destroy();
  });

  it('follows the session no longer once it is destroyed', async () => {
    const { files, become, attach, one } = next();
    attach('map.pdf');
    files.destroy();
    await settle();
    expect(TestUpload.all[0]!.isAborted).to.equal(true);
    become({ chats: [one] });
    attach('other.pdf');
    await settle();
    expect(TestUpload.all).to.have.length(1);
  });
});
