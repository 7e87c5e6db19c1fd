import { expect } from '@open-wc/testing';
import { limits } from '../../../../../shared/limits.js';
import { item } from '../../../../support/console/agent-fixtures.js';
import { about, contactFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';

/** A chat in which a note is being written. */
async function openEditor() {
  const opened = await openDesk();
  await opened.hear(contactFrame(1));
  press(opened.root(), 'Add note');
  await settle();
  const sent = () => opened.environment.socket.of('note');
  return { ...opened, sent };
}
const key = (root: ShadowRoot, init: KeyboardEventInit): void =>
  void control(root, 'Private note').dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }));

describe('<connect-chat-note-editor>', () => {
  it('has no barriers, and the focus', async () => {
    const { root } = await openEditor();
    await expect(deepAll(root(), 'connect-chat-note-editor')[0]!).to.be.accessible();
    expect(control(root(), 'Private note').matches(':focus')).to.equal(true);
    expect(control(root(), 'Add note').getAttribute('aria-expanded')).to.equal('true');
  });

  it('sends a note as a note, never as a message, and shows it in its own colour', async () => {
    const { root, sent, hear, environment } = await openEditor();
    type(root(), 'Private note', 'Asked twice already');
    await settle();
    press(root(), 'Save note');
    await settle();
    expect(environment.socket.of('message')).to.deep.equal([]);
    const [note] = sent();
    expect([note!.contactId, note!.content]).to.deep.equal(['contact-1', 'Asked twice already']);
    expect(named(root(), 'Private note')).to.have.length(0);
    const { clientToken } = note!;
    await hear(
      about(1, {
        ...{ type: 'ack', clientToken, seq: 4, id: 'i4' },
        absoluteTime: '2026-03-02T10:00:00.000Z',
      }),
    );
    const shown = deepAll(root(), '.private-note');
    expect(shown).to.have.length(1);
    expect(textOf(shown[0]!.parentElement!)).to.include('Private note from Maria');
    expect(deepAll(root(), '.bubble')).to.have.length(0);
  });

  it('sends by Ctrl+Enter, and by Enter alone nothing', async () => {
    const { root, sent } = await openEditor();
    type(root(), 'Private note', 'Gold customer');
    key(root(), { key: 'Enter' });
    await settle();
    expect(sent()).to.deep.equal([]);
    key(root(), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(sent()).to.have.length(1);
  });

  it('is closed by Escape, and keeps the text for the next time', async () => {
    const { root, sent } = await openEditor();
    type(root(), 'Private note', 'Half a thou');
    key(root(), { key: 'Escape' });
    await settle();
    expect(control(root(), 'Add note').matches(':focus')).to.equal(true);
    press(root(), 'Add note');
    await settle();
    expect(control<HTMLTextAreaElement>(root(), 'Private note').value).to.equal('Half a thou');
    expect(sent()).to.deep.equal([]);
  });

  it('says that a note is too long, keeps it whole, and sends nothing', async () => {
    const { root, sent, text } = await openEditor();
    type(root(), 'Private note', 'x'.repeat(limits.noteCharacters + 1));
    await settle();
    press(root(), 'Save note');
    await settle();
    expect(text()).to.include('A note can have 4,096 characters.');
    expect(sent()).to.deep.equal([]);
  });

  it('shows a note that the service did not take apart from messages', async () => {
    const { root, sent, hear, text } = await openEditor();
    type(root(), 'Private note', 'Gold customer');
    await settle();
    press(root(), 'Save note');
    await settle();
    expect(text()).to.include('Saving note…');
    const { clientToken } = sent()[0]!;
    await hear(about(1, { type: 'error', code: 'MESSAGE_TOO_LONG', message: 'Too long.', clientToken }));
    expect(text()).to.include('Not saved: Too long.');
    press(root(), 'Remove');
    await settle();
    expect(text()).not.to.include('Not saved');
  });
});

describe('a private note in a chat', () => {
  const note = (seq: number) =>
    about(1, {
      type: 'item',
      item: item(seq, 'Gold customer', {
        ...{ type: 'NOTE', participantId: 'p2', participantRole: 'AGENT', displayName: 'Bea' },
      }),
    });

  it('answers nobody: the visitor waits on, and the list shows their words', async () => {
    const opened = await openDesk();
    await opened.hear(contactFrame(1));
    await opened.hear(about(1, { type: 'item', item: item(2, 'Hello?') }), note(3));
    const row = deepAll(opened.root(), 'connect-chat-chat-list')[0]!;
    expect(textOf(row)).to.include('Hello?');
    expect(textOf(row)).to.include('Waiting for');
    expect(textOf(row)).not.to.include('Gold customer');
  });
});
