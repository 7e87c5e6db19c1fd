import { expect, fixture, html } from '@open-wc/testing';
import { contentTypes } from '../../../shared/content-types.js';
import { DrawnEvent } from '../../../widget/events/drawn-event.js';
import { pagePictures } from '../../../widget/rich/page-pictures.js';
import { ChatIntentEvent, type ChatIntent } from '../../../widget/events/chat-intent-event.js';
import '../../../widget/rich/define-interactive.js';
import { InteractiveMessage } from '../../../widget/rich/interactive.js';
import { badAddresses, badMarkup } from '../../support/hostile-texts.js';
import { expectHarmless } from '../../support/widget/harmless.js';
import {
  carousel,
  listPicker,
  panel,
  picture,
  quickReply,
  timePicker,
} from '../../support/widget/templates.js';

async function open(template: object | string, change: Partial<InteractiveMessage> = {}) {
  const content = typeof template === 'string' ? template : JSON.stringify(template);
  const element = await fixture<InteractiveMessage>(
    html`<connect-chat-interactive .content=${content} .language=${'en-GB'}
      >Plain text</connect-chat-interactive
    >`,
  );
  Object.assign(element, change);
  await element.updateComplete;
  const intents: ChatIntent[] = [];
  element.addEventListener(ChatIntentEvent.eventName, (event) =>
    intents.push((event as ChatIntentEvent).intent),
  );
  const root = element.shadowRoot!;
  const buttons = () => [...root.querySelectorAll<HTMLButtonElement>('button.choice')];
  const words = (selector: string) =>
    [...root.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
  const press = async (name: string) => {
    buttons()
      .find((each) => each.textContent.includes(name))!
      .click();
    await element.updateComplete;
  };
  return { element, root, intents, buttons, words, press };
}
const plain = (content: string) => ({ type: 'answer', contentType: contentTypes.plain, content });
const every = { listPicker, panel, quickReply, timePicker, carousel };

describe('<connect-chat-interactive>', () => {
  for (const [name, template] of Object.entries(every)) {
    it(`is accessible as ${name}: open, answered and closed`, async () => {
      const { element, buttons } = await open(template());
      await expect(element).to.be.accessible();
      buttons()[0]!.click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      element.isOpen = false;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
    it(`is answered by one press, once, as ${name}`, async () => {
      const { element, root, buttons, intents } = await open(template());
      expect(buttons().every((each) => each.offsetHeight >= 44)).to.equal(true);
      for (const button of buttons()) button.click();
      await element.updateComplete;
      for (const button of buttons()) button.click();
      expect(intents).to.have.length(1);
      expect(root.querySelectorAll('.chosen')).to.have.length(1);
      expect(buttons().every((each) => each.getAttribute('aria-disabled') === 'true')).to.equal(true);
    });
    it(`can't be pressed once it is closed, as ${name}`, async () => {
      const { buttons, intents } = await open(template(), { isOpen: false });
      for (const button of buttons()) button.click();
      expect(intents).to.deep.equal([]);
      expect(buttons().every((each) => each.disabled)).to.equal(true);
    });
  }

  it('answers a list with the title of the chosen element, marks it, and shows the reply', async () => {
    const { intents, press, words } = await open(listPicker());
    expect(words('.name')).to.deep.equal(['Billing', 'Delivery', 'Our shop']);
    expect(words('.more')).to.deep.equal(['Money matters']);
    expect(words('[role="status"]')).to.deep.equal(['']);
    await press('Delivery');
    expect(intents).to.deep.equal([plain('Delivery')]);
    expect(words('.chosen .name, .chosen .visually-hidden')).to.deep.equal(['Delivery', 'Selected']);
    expect(words('[role="status"]')).to.deep.equal(['Thanks for choosing']);
  });
  it('keeps the focus on the chosen element, also when the message is closed', async () => {
    const { element, buttons } = await open(quickReply());
    buttons()[1]!.focus();
    buttons()[1]!.click();
    element.isOpen = false;
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement).to.equal(buttons()[1]);
    expect(buttons().map((each) => each.disabled)).to.deep.equal([true, false]);
  });
  it('can be answered again when its content changes', async () => {
    const { element, press, intents } = await open(quickReply());
    await press('Good');
    element.content = JSON.stringify(quickReply({ elements: [{ title: 'Better' }] }));
    await element.updateComplete;
    await press('Better');
    expect(intents).to.deep.equal([plain('Good'), plain('Better')]);
  });
  it('opens links where the message says, and in a new tab by default', async () => {
    for (const [target, expected] of [
      ['_self', '_self'],
      [undefined, '_blank'],
      ['evil', '_blank'],
    ]) {
      const { root } = await open(listPicker({ targetForLinks: target }));
      const link = root.querySelector<HTMLAnchorElement>('a.choice')!;
      expect([link.href, link.target, link.rel]).to.deep.equal([
        'https://shop.example/',
        expected,
        'noopener noreferrer',
      ]);
    }
  });
  it('shows links in titles, beside buttons and never in them', async () => {
    const title = 'Read [this](https://a.example/)<!--rehype:target=_self--> or [that](javascript:x)';
    const { root, words } = await open(listPicker({ title, elements: [{ title }] }));
    expect(words('.title')).to.deep.equal(['Read this or [that](javascript:x)']);
    expect([...root.querySelectorAll('a')].map((link) => [link.href, link.target])).to.deep.equal([
      ['https://a.example/', '_self'],
      ['https://a.example/', '_self'],
    ]);
    expect(root.querySelector('button a')).to.equal(null);
    expect(words('button')).to.deep.equal(['Read this or [that](javascript:x)']);
  });
  it('asks for the next page of a long list with its token', async () => {
    const more = {
      referenceId: 'r',
      listId: 'l',
      preIndex: 0,
      nextIndex: 10,
      elements: [{ title: 'More', actionDetail: 'SHOW_MORE' }],
    };
    const { intents, press } = await open(listPicker(more));
    await press('More');
    const [intent] = intents as { contentType: string; content: string }[];
    expect(intent!.contentType).to.equal(contentTypes.interactiveResponse);
    expect(JSON.parse(intent!.content)).to.deep.equal({
      version: '1.0',
      data: {
        actionName: 'More',
        referenceId: 'r',
        listId: 'l',
        preIndex: 0,
        nextIndex: 10,
        templateType: 'ListPicker',
      },
      action: 'SHOW_MORE',
    });
  });

  it('loads pictures lazily without a referrer, and removes one that fails', async () => {
    const { element, root } = await open(panel(picture));
    const image = root.querySelector('img')!;
    expect([image.getAttribute('loading'), image.referrerPolicy, image.alt]).to.deep.equal([
      'lazy',
      'no-referrer',
      'A loaf',
    ]);
    let drawn = 0;
    element.addEventListener(DrawnEvent.eventName, () => (drawn += 1));
    image.dispatchEvent(new Event('error'));
    expect(getComputedStyle(image).display).to.equal('none');
    expect(drawn).to.equal(1);
  });

  describe('on a page whose policy forbids pictures of other hosts', () => {
    beforeEach(() => (pagePictures.areShown = false));
    afterEach(() => (pagePictures.areShown = true));
    const links = (root: ShadowRoot) =>
      [...root.querySelectorAll<HTMLAnchorElement>('.links a')].map((link) => [link.textContent, link.href]);

    it('loads no picture, and links to it with its description', async () => {
      const { element, root } = await open(panel(picture));
      expect(root.querySelector('img')).to.equal(null);
      expect(links(root)).to.deep.equal([['A loaf', picture.imageData]]);
      expect(root.querySelector('.links a')!.getAttribute('rel')).to.equal('noopener noreferrer');
      await expect(element).to.be.accessible();
    });

    it('links to the pictures of choices below them, by their address if they have no description', async () => {
      const { imageData } = picture;
      const elements = [{ title: 'Bread', imageData, imageType: 'URL' }];
      const { root } = await open(listPicker({ elements }));
      expect(root.querySelector('img')).to.equal(null);
      expect(links(root)).to.deep.equal([[imageData, imageData]]);
      expect(root.querySelector('button a')).to.equal(null);
    });
  });

  describe('as a time picker', () => {
    const utc = (...time: [number, number, number, number, number?]) =>
      new Date(...time).toISOString().slice(0, 16) + '+00:00';
    const thisYear = new Date().getFullYear();
    const at = (day: number, hour: number, minute = 0) => utc(thisYear, 0, day, hour, minute);
    const slots = (duration: number, ...dates: string[]) => ({
      timeslots: dates.map((date) => ({ date, duration })),
    });
    /** Ten slots on each of four days: more than fit. */
    const many = slots(
      1_800,
      ...[...Array(40).keys()].map((each) => at(2 + Math.floor(each / 10), 9 + (each % 10))),
    );
    /** The visible text of a slot. */
    const seen = (button: Element) =>
      plainSpaces(
        [...button.querySelector('.time')!.childNodes]
          .filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE)
          .filter((node) => (node as Element).className !== 'visually-hidden')
          .map(({ textContent }) => textContent)
          .join(''),
      );
    const plainSpaces = (text: string) => text.replace(/\b0(?=\d:)/g, '').replace(/,/g, '');

    it('groups times by day, in order, and answers with the time as it was given', async () => {
      const { intents, press, words } = await open(timePicker(slots(1_800, at(3, 9), at(2, 14), at(2, 9))));
      const [first, second] = words('.day').map(plainSpaces);
      expect([first, second]).to.deep.equal([
        plainSpaces(new Date(thisYear, 0, 2).toLocaleDateString('en-GB', dayFormat)),
        plainSpaces(new Date(thisYear, 0, 3).toLocaleDateString('en-GB', dayFormat)),
      ]);
      expect(words('.subtitle')).to.include('Bakery, High Street');
      await press('14:00');
      expect(intents).to.deep.equal([plain(at(2, 14))]);
    });
    const dayFormat = { weekday: 'long', day: 'numeric', month: 'long' } as const;
    it('tells screen readers the day of each slot, and shows the duration once if all have the same', async () => {
      const { buttons, words } = await open(timePicker(slots(1_800, at(2, 9), at(2, 14))));
      const day = plainSpaces(words('.day')[0]!);
      expect(words('button').map(plainSpaces)).to.deep.equal([`${day} 9:00 – 9:30`, `${day} 14:00 – 14:30`]);
      expect(buttons().map(seen)).to.deep.equal(['9:00', '14:00']);
      expect(words('.zone')[0]).to.match(/^30 minutes · ./);
    });
    it('shows the end of slots of different durations', async () => {
      const timeslots = [
        { date: at(2, 9), duration: 1_800 },
        { date: at(2, 10), duration: 3_600 },
      ];
      const { buttons } = await open(timePicker({ timeslots }));
      expect(buttons().map(seen)).to.deep.equal(['9:00 – 9:30', '10:00 – 11:00']);
    });
    it('shows several slots in a row, and keeps the question in view', async () => {
      const { element, root, buttons } = await open(timePicker(many));
      element.style.width = '300px';
      const [first, second] = buttons().map((each) => each.getBoundingClientRect());
      expect(second!.top).to.equal(first!.top);
      const box = root.querySelector('.slots')!;
      expect(box.scrollHeight).to.be.above(box.clientHeight);
      expect(element.offsetHeight).to.be.below(430);
      const question = root.querySelector('.title')!.getBoundingClientRect().top;
      buttons().pop()!.focus();
      expect(root.querySelector('.title')!.getBoundingClientRect().top).to.equal(question);
    });
    it('is one stop of the Tab key, and moves by arrow keys', async () => {
      const { element, root, buttons } = await open(timePicker(many));
      element.style.width = '300px';
      const stops = () => buttons().filter(({ tabIndex }) => tabIndex === 0);
      expect(stops()).to.deep.equal([buttons()[0]]);
      buttons()[0]!.focus();
      const go = async (key: string) => {
        root.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
        );
        await element.updateComplete;
        return buttons().indexOf(root.activeElement as HTMLButtonElement);
      };
      expect(await go('ArrowRight')).to.equal(1);
      expect(await go('End')).to.equal(39);
      expect(stops()).to.deep.equal([buttons()[39]]);
      const box = root.querySelector('.slots')!.getBoundingClientRect();
      expect(buttons()[39]!.getBoundingClientRect().bottom).to.be.at.most(box.bottom);
      expect(await go('ArrowUp')).to.be.below(39);
    });
    it('can be scrolled by keys when it is closed, and keeps the chosen slot for the Tab key', async () => {
      const closed = await open(timePicker(many), { isOpen: false });
      expect(closed.root.querySelector<HTMLElement>('.slots')!.tabIndex).to.equal(0);
      const { element, buttons, root } = await open(timePicker(many));
      buttons()[3]!.click();
      element.isOpen = false;
      await element.updateComplete;
      expect(root.querySelector<HTMLElement>('.slots')!.tabIndex).to.equal(-1);
      expect(
        buttons()
          .map(({ tabIndex }) => tabIndex)
          .indexOf(0),
      ).to.equal(3);
    });
  });
  it("formats times in the reader's language, or in the browser's if it is unknown", async () => {
    const { words } = await open(timePicker(), { language: 'de-DE' });
    expect(words('.day')[0]).to.contain('Januar');
    expect((await open(timePicker(), { language: 'no such language' })).words('.day')).to.have.length(2);
  });

  it('answers a carousel with the title of the card', async () => {
    for (const omitTitleFromCarouselResponse of [false, true]) {
      const { intents, root, element } = await open(carousel({ omitTitleFromCarouselResponse }));
      root.querySelectorAll<HTMLElement>('.card')[1]!.querySelector('button')!.click();
      await element.updateComplete;
      const [intent] = intents as { contentType: string; content: string }[];
      expect(intent!.contentType).to.equal(contentTypes.interactiveResponse);
      expect(JSON.parse(intent!.content)).to.deep.equal({
        templateIdentifier: 'two',
        ...(!omitTitleFromCarouselResponse && { listTitle: 'Grand' }),
        selectionText: 'Billing',
      });
    }
  });
  for (const direction of ['ltr', 'rtl'])
    it(`moves through a carousel card by card, ${direction}`, async () => {
      const { element, root } = await open(carousel());
      element.dir = direction;
      element.style.width = '320px';
      element.requestUpdate();
      await element.updateComplete;
      const track = root.querySelector<HTMLElement>('.track')!;
      track.style.scrollBehavior = 'auto';
      const [previous, next] = root.querySelectorAll<HTMLElement>('.arrows button');
      const shown = () => {
        const { left, right } = track.getBoundingClientRect();
        return [...track.children].findIndex((card) => {
          const rectangle = card.getBoundingClientRect();
          return rectangle.left >= left - 1 && rectangle.right <= right + 1;
        });
      };
      expect(shown()).to.equal(0);
      next!.click();
      expect(shown()).to.equal(1);
      next!.click();
      next!.click();
      expect(shown()).to.equal(2);
      previous!.click();
      expect(shown()).to.equal(1);
    });
  it('stacks the cards of a vertical carousel', async () => {
    const { root } = await open(carousel({ carouselIsVertical: true }));
    const [first, second] = root.querySelectorAll('.card');
    expect(second!.getBoundingClientRect().top).to.be.above(first!.getBoundingClientRect().bottom);
    expect(root.querySelector('.arrows')).to.equal(null);
  });
  it('fits into 320 pixels with any text', async () => {
    const long = 'x'.repeat(300);
    for (const template of Object.values(every)) {
      const { element, root } = await open(template({ title: long, subtitle: long }));
      element.style.width = '320px';
      for (const box of root.querySelectorAll('.box')) expect(box.scrollWidth).to.be.at.most(320);
      expect(element.scrollWidth).to.be.at.most(320);
    }
  });

  it('shows the title of an unknown template, or else its children', async () => {
    const unknown = await open({ templateType: 'Form', data: { content: { title: 'A form' } } });
    expect(unknown.words('.title')).to.deep.equal(['A form']);
    for (const content of ['', '{', 'null', '{"templateType":"ListPicker"}']) {
      const { root } = await open(content);
      expect(
        root
          .querySelector('slot')!
          .assignedNodes()
          .map((node) => node.textContent)
          .join(''),
      ).to.contain('Plain text');
    }
  });
  it('keeps properties that were set before it was defined, and reports that it has rendered', async () => {
    class Later extends InteractiveMessage {}
    const early = document.createElement('later-interactive') as InteractiveMessage;
    Object.assign(early, { content: JSON.stringify(quickReply()), isOpen: false, language: 'de' });
    let count = 0;
    early.addEventListener(DrawnEvent.eventName, () => (count += 1));
    document.body.append(early);
    customElements.define('later-interactive', Later);
    await early.updateComplete;
    expect(early.shadowRoot!.querySelectorAll('button:disabled')).to.have.length(2);
    expect([count, early.language]).to.deep.equal([1, 'de']);
    early.remove();
  });
});

describe('<connect-chat-interactive> with hostile content', () => {
  /** A template with the same text in every member that takes one. */
  const everywhere = (text: string) => {
    const element = {
      title: text,
      subtitle: text,
      imageType: text,
      imageData: text,
      imageDescription: text,
      type: text,
      url: text,
    };
    const content = {
      ...element,
      targetForLinks: text,
      elements: [
        element,
        { ...element, type: 'hyperlink', title: 'Link' },
        { title: `[a](${text})<!--rehype:target=${text}-->` },
      ],
      referenceId: text,
      location: { title: text },
      timeslots: [
        { date: text, duration: text },
        { date: '2026-01-02T10:00Z', duration: text },
      ],
    };
    const template = (templateType: string) => ({
      templateType,
      templateIdentifier: text,
      version: text,
      data: { content, replyMessage: element },
    });
    const cards = [template('ListPicker'), template('Panel')];
    return [
      ...['ListPicker', 'Panel', 'QuickReply', 'TimePicker', text].map(template),
      { templateType: 'Carousel', data: { content: { ...content, elements: cards } } },
    ];
  };
  for (const text of [...badAddresses, ...badMarkup, '__proto__', 'constructor'])
    it(`renders nothing harmful from ${JSON.stringify(text).slice(0, 70)}`, async () => {
      for (const template of everywhere(text)) {
        const { element, root, buttons } = await open(template);
        expectHarmless(root);
        buttons()[0]?.click();
        await element.updateComplete;
        expectHarmless(root);
      }
    });
});
