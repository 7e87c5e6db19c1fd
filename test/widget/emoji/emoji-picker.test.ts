import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../widget/emoji/define.js';
import { emoji } from '../../../widget/emoji/emoji-list.js';
import type { EmojiPicker } from '../../../widget/emoji/emoji-picker.js';
import type { EmojiEvent } from '../../../widget/events/emoji-event.js';

const open = () =>
  fixture<EmojiPicker>(html`<connect-chat-emoji-picker style="width: 340px"></connect-chat-emoji-picker>`);
const focused = (picker: EmojiPicker) => picker.shadowRoot!.activeElement?.textContent.trim();
async function press(picker: EmojiPicker, key: string): Promise<void> {
  picker.shadowRoot!.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
  await picker.updateComplete;
}

describe('<connect-chat-emoji-picker>', () => {
  it('is accessible, and one stop of the Tab key', async () => {
    const picker = await open();
    await expect(picker).to.be.accessible();
    expect(picker.shadowRoot!.querySelectorAll('[tabindex="0"]').length).to.equal(1);
  });
  it('contains each emoji once', () => {
    expect(new Set(emoji).size).to.equal(emoji.length);
  });
  it('moves by arrow keys, in rows as they are shown', async () => {
    const picker = await open();
    picker.focus();
    await picker.updateComplete;
    await press(picker, 'ArrowRight');
    expect(focused(picker)).to.equal(emoji[1]);
    await press(picker, 'ArrowDown');
    const columns = emoji.indexOf(focused(picker)!) - 1;
    expect(columns).to.be.above(4);
    await press(picker, 'ArrowUp');
    await press(picker, 'ArrowLeft');
    await press(picker, 'ArrowLeft');
    expect(focused(picker)).to.equal(emoji[0]);
  });
  it('dispatches the chosen emoji', async () => {
    const picker = await open();
    const chosen = oneEvent(picker, 'connect-chat-emoji');
    picker.shadowRoot!.querySelectorAll('button')[2]!.click();
    expect(((await chosen) as unknown as EmojiEvent).emoji).to.equal(emoji[2]);
  });
});
