import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/conversation/open-chat.js';
import '../../../widget/files/define.js';
import type { Panel } from '../../../widget/elements/panel/panel.js';
import type { FileEvent } from '../../../widget/events/file-event.js';
import { panelModel } from '../../support/widget/panel-model.js';

/** A panel in the middle of a chat, to which files can be sent. */
async function open() {
  const panel = await fixture<Panel>(
    html`<connect-chat-panel
      mode="inline"
      style="width: 372px; height: 600px"
      .model=${panelModel({ phase: 'live', features: { attachments: true } })}
    ></connect-chat-panel>`,
  );
  const list = panel.shadowRoot!.querySelector('connect-chat-uploads')!;
  const drag = async (type: string): Promise<void> => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'offer.txt'));
    panel.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
    await panel.updateComplete;
    await list.updateComplete;
  };
  return { panel, drag, drop: () => list.shadowRoot!.querySelector<HTMLElement>('.drop') };
}

describe('<connect-chat-uploads>', () => {
  it('covers the panel with a drop area while files are dragged over it', async () => {
    const { panel, drag, drop } = await open();
    expect(drop()).to.equal(null);
    await drag('dragover');
    expect(drop()!.textContent).to.equal('Drop files here to send them');
    const [outer, inner] = [panel, drop()!].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
    expect([inner.left - outer.left, inner.top - outer.top]).to.deep.equal([12, 12]);
    expect([outer.right - inner.right, outer.bottom - inner.bottom]).to.deep.equal([12, 12]);
    await expect(panel).to.be.accessible();
    await drag('dragleave');
    expect(drop()).to.equal(null);
  });
  it('disappears when files are dropped, which are then sent', async () => {
    const { panel, drag, drop } = await open();
    const names: string[] = [];
    panel.addEventListener('connect-chat-file', ({ intent }: FileEvent) => {
      if (intent.type === 'attach') names.push(...intent.files.map(({ name }) => name));
    });
    await drag('dragover');
    await drag('drop');
    expect([drop(), names]).to.deep.equal([null, ['offer.txt']]);
  });
});
