import { expect, fixture, html } from '@open-wc/testing';
import '../../../../../console/admin/define.js';
import type { DomainList } from '../../../../../console/admin/widgets/sites/domain-list.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import { control, named, press, settle, readingOf, type } from '../../../../support/console/press.js';

async function open(domains: string[] = []): Promise<DomainList> {
  const list = await fixture<DomainList>(
    html`<connect-chat-domain-list .domains=${domains}></connect-chat-domain-list>`,
  );
  list.addEventListener('connect-chat-draft', ({ value }: DraftEvent) => (list.domains = value as string[]));
  return list;
}
const fifty = Array.from({ length: 50 }, (_, index) => `https://shop${index}.example`);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
async function paste(list: DomainList, name: string, text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  control(list, name).dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  await frame();
  await settle();
}

describe('<connect-chat-domain-list>', () => {
  it('is accessible, empty, with an error, and with fifty websites', async () => {
    await expect(await open()).to.be.accessible();
    await expect(await open(['shop.example'])).to.be.accessible();
    await expect(await open(fifty)).to.be.accessible();
  });

  it('adds a row, and focuses it', async () => {
    const list = await open();
    expect(readingOf(list)).to.contain('No websites yet');
    press(list, 'Add domain');
    await frame();
    await settle();
    expect(list.shadowRoot!.activeElement?.id).to.equal(control(list, 'Website 1').id);
    type(list, 'Website 1', 'https://shop.example');
    expect(list.domains).to.deep.equal(['https://shop.example']);
    press(list, 'Remove website 1');
    expect(list.domains).to.deep.equal([]);
  });

  it('suggests https://, and adds it at a click', async () => {
    const list = await open(['shop.example']);
    expect(readingOf(list)).to.contain('Start with https://. Did you mean https://shop.example?');
    expect(control(list, 'Website 1').getAttribute('aria-invalid')).to.equal('true');
    press(list, 'Use https://shop.example');
    await settle();
    expect(list.domains).to.deep.equal(['https://shop.example']);
    expect(control(list, 'Website 1').getAttribute('aria-invalid')).to.equal('false');
  });

  it('adds several pasted websites, and reports the outcome', async () => {
    const list = await open(['https://a.example', '']);
    await paste(list, 'Website 2', 'https://b.example\nhttps://a.example, https://c.example');
    expect(list.domains.map((each) => each.charAt(8))).to.deep.equal(['a', 'b', 'c']);
    expect(readingOf(list)).to.contain('2 websites added, 1 already in the list.');
  });

  it('searches a long list', async () => {
    const list = await open(fifty);
    type(list, 'Search 50 websites', 'SHOP49');
    await settle();
    expect(named(list, 'Website 50')).to.have.length(1);
    expect(named(list, 'Website 1')).to.have.length(0);
    type(list, 'Search 50 websites', 'nothing');
    await settle();
    expect(readingOf(list)).to.contain('No website matches “nothing”.');
  });

  it('adds no fifty-first website, and scrolls a long list', async () => {
    const list = await open(fifty);
    press(list, 'Add domain');
    await settle();
    expect(list.domains).to.have.length(50);
    expect(readingOf(list)).to.contain('You can add up to 50.');
    expect(list.offsetHeight).to.be.below(900);
  });
});
