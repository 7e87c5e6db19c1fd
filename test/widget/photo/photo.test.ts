import { expect, fixture, html } from '@open-wc/testing';
import '../../../widget/photo/define.js';
import type { Photo } from '../../../widget/photo/photo.js';

const ada = 'https://pictures.invalid/ada.png';
async function open(address: string) {
  const photo = await fixture<Photo>(html`<connect-chat-photo .address=${address}></connect-chat-photo>`);
  return { photo, image: () => photo.shadowRoot!.querySelector('img') };
}

describe('<connect-chat-photo>', () => {
  it('sends no referrer to its host, and is hidden from screen readers', async () => {
    const { image } = await open(ada);
    expect([image()!.src, image()!.alt, image()!.referrerPolicy]).to.deep.equal([ada, '', 'no-referrer']);
  });
  it('loads https addresses only', async () => {
    for (const address of ['', 'javascript:alert(1)', 'http://shop.example/a.png', 'data:image/png,x'])
      expect((await open(address)).image(), address).to.equal(null);
  });
  it('hides a picture that fails to load, and shows the next address', async () => {
    const { photo, image } = await open(ada);
    image()!.dispatchEvent(new Event('error'));
    await photo.updateComplete;
    expect(getComputedStyle(image()!).display).to.equal('none');
    photo.address = 'https://pictures.invalid/bo.png';
    await photo.updateComplete;
    expect(getComputedStyle(image()!).display).not.to.equal('none');
  });
});
