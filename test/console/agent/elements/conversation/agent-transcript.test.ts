import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../../../../console/agent/define.js';
import type { AgentTranscript } from '../../../../../console/agent/elements/conversation/agent-transcript.js';
import { contentTypes } from '../../../../../shared/content-types.js';
import type { TranscriptItem } from '../../../../../shared/transcript-item.js';
import { item, ownId, ownItem } from '../../../../support/console/agent-fixtures.js';
import { panel, picture, quickReply } from '../../../../support/widget/templates.js';

async function open(items: TranscriptItem[]): Promise<AgentTranscript> {
  const around = await fixture<HTMLElement>(
    html`<div style="display: flex; width: 700px; height: 400px">
      <connect-chat-agent-transcript
        .items=${items}
        .count=${items.length}
        .participantId=${ownId}
      ></connect-chat-agent-transcript>
    </div>`,
  );
  return around.querySelector('connect-chat-agent-transcript')!;
}

describe('<connect-chat-agent-transcript>', () => {
  it("has the agent's own interactive messages on the agent's side", async () => {
    const content = JSON.stringify(quickReply());
    const transcript = await open([
      ownItem(2, 'Hello'),
      ownItem(3, content, { contentType: contentTypes.interactive }),
    ]);
    await customElements.whenDefined('connect-chat-interactive');
    const right = (selector: string) =>
      transcript.shadowRoot!.querySelector(selector)!.getBoundingClientRect().right;
    expect(right('.own connect-chat-interactive')).to.be.closeTo(right('.own .bubble'), 1);
  });

  it('links to pictures of interactive messages, which the policy would block', async () => {
    const content = JSON.stringify(panel(picture));
    const transcript = await open([ownItem(2, content, { contentType: contentTypes.interactive })]);
    await customElements.whenDefined('connect-chat-interactive');
    const message = transcript.shadowRoot!.querySelector<LitElement>('connect-chat-interactive')!;
    await message.updateComplete;
    expect(message.shadowRoot!.querySelector('img')).to.equal(null);
    expect(message.shadowRoot!.querySelector<HTMLAnchorElement>('.links a')!.href).to.equal(
      picture.imageData,
    );
  });

  it('labels automatic messages visibly', async () => {
    const automatic = { participantId: 'system', participantRole: 'SYSTEM', displayName: 'SYSTEM' } as const;
    const transcript = await open([item(2, 'Hello!', automatic), item(3, 'One moment', automatic)]);
    const [first, second] = [...transcript.shadowRoot!.querySelectorAll('.system')];
    const name = first!.querySelector('span span')!;
    expect(name.textContent).to.contain('Automatic message');
    expect(name.getBoundingClientRect().width).to.be.above(50);
    expect(getComputedStyle(second!.querySelector('span')!).position, 'once for those that follow').to.equal(
      'absolute',
    );
  });
});
