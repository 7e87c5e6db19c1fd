import { expect } from '@open-wc/testing';
import { transcriptEvents } from '../../../shared/transcript-events.js';
import { en } from '../../../widget/strings/en.js';
import { copyText, momentText, saveText, transcriptText } from '../../../widget/menu/transcript-file.js';
import { happened, ownSaid, said } from '../../support/widget/items.js';

describe('the transcript file', () => {
  it('contains times, senders and messages, and who joined and left', () => {
    const items = [
      happened(1, 'joined', { participantRole: 'CUSTOMER', displayName: 'Cleo' }),
      happened(2, 'joined'),
      said(3, 'Hello,\nthis is Ada'),
      ownSaid(4, 'Hi'),
      happened(5, 'left'),
      said(6, 'Goodbye', { participantRole: 'SYSTEM', displayName: 'SYSTEM_MESSAGE' }),
      happened(7, 'ended', { participantId: null, participantRole: null, displayName: null }),
    ];
    const times = items.map(({ absoluteTime }) => momentText(absoluteTime, en));
    expect(transcriptText('Shop', items, en).split('\n')).to.deep.equal([
      'Shop',
      '',
      `[${times[1]}] Ada has joined the chat`,
      `[${times[2]}] Ada: Hello,`,
      'this is Ada',
      `[${times[3]}] You: Hi`,
      `[${times[4]}] Ada has left the chat`,
      `[${times[5]}] Automatic message: Goodbye`,
      `[${times[6]}] The chat has ended`,
      '',
    ]);
  });
  it('has a sentence for every event', () => {
    for (const contentType of Object.values(transcriptEvents))
      expect(transcriptText('Shop', [happened(1, 'joined', { contentType })], en), contentType).to.match(
        /\] \w/,
      );
  });
  it('is saved as a file with a name', async () => {
    const clicked = new Promise<HTMLAnchorElement>((resolve) => {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (): void {
        HTMLAnchorElement.prototype.click = click;
        resolve(this);
      };
    });
    saveText('Shop.txt', 'Ünï');
    const link = await clicked;
    expect(link.download).to.equal('Shop.txt');
    // `text()` removes the byte order mark.
    expect(await (await fetch(link.href)).text()).to.equal('Ünï');
  });
  it('reports when the clipboard is not available', async () => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    expect(await copyText('x')).to.equal(false);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
});
