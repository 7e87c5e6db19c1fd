import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { TakeFiles } from '../../../widget/elements/take-files.js';
import { FileEvent, type FileIntent } from '../../../widget/events/file-event.js';

class DropArea extends LitElement {
  isWanted = true;
  readonly taken = new TakeFiles(this, () => this.isWanted);
  override render() {
    return this.taken.isOver ? 'Drop files here' : 'Chat';
  }
}
customElements.define('test-drop-area', DropArea);

async function openArea() {
  const intents: FileIntent[] = [];
  const area = await fixture<DropArea>(html`<test-drop-area></test-drop-area>`);
  area.addEventListener(FileEvent.eventName, (event) => intents.push(event.intent));
  const data = new DataTransfer();
  data.items.add(new File(['hello'], 'letter.txt', { type: 'text/plain' }));
  const drag = async (type: string, dataTransfer = data): Promise<DragEvent> => {
    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    area.dispatchEvent(event);
    await area.updateComplete;
    return event;
  };
  return { area, intents, data, drag, text: () => area.shadowRoot!.textContent };
}

describe('TakeFiles', () => {
  it('shows that files can be dropped while they are dragged over the element', async () => {
    const { drag, text } = await openArea();
    await drag('dragover');
    expect(text()).to.equal('Drop files here');
    await drag('dragleave');
    expect(text()).to.equal('Chat');
  });
  it('takes dropped files, and keeps the browser from navigating to them', async () => {
    const { drag, intents, text } = await openArea();
    await drag('dragover');
    expect((await drag('drop')).defaultPrevented).to.equal(true);
    expect(text()).to.equal('Chat');
    expect(intents.map((intent) => intent.type === 'attach' && intent.files[0]!.name)).to.deep.equal([
      'letter.txt',
    ]);
  });
  it('takes pasted files', async () => {
    const { area, intents, data } = await openArea();
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
    expect(intents.map(({ type }) => type)).to.deep.equal(['attach']);
  });
  it('leaves texts to the browser', async () => {
    const { drag, intents, text } = await openArea();
    const words = new DataTransfer();
    words.setData('text/plain', 'hello');
    await drag('dragover', words);
    expect(text()).to.equal('Chat');
    expect((await drag('drop', words)).defaultPrevented).to.equal(false);
    expect(intents).to.deep.equal([]);
  });
  it('leaves files to the browser if the chat takes none', async () => {
    const { area, drag, intents } = await openArea();
    area.isWanted = false;
    expect((await drag('drop')).defaultPrevented).to.equal(false);
    expect(intents).to.deep.equal([]);
  });
});
