import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  interactiveTitle,
  parseInteractive,
  type Carousel,
  type ListPicker,
  type TimePicker,
} from '../../../widget/rich/parse-interactive.js';
import { badAddresses } from '../../support/hostile-texts.js';
import {
  carousel,
  listPicker,
  panel,
  picture,
  quickReply,
  timePicker,
} from '../../support/widget/templates.js';

const parse = (template: object) => parseInteractive(JSON.stringify(template));
const list = (content: object) => parse(listPicker(content)) as ListPicker;
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `t${index}` }));

describe('parseInteractive', () => {
  it('parses every supported template', () => {
    const types = [listPicker(), panel(), quickReply(), timePicker(), carousel()].map(
      (each) => parse(each)?.type,
    );
    expect(types).to.deep.equal(['ListPicker', 'Panel', 'QuickReply', 'TimePicker', 'Carousel']);
    expect(list({}).choices.map(({ title, link }) => [title, link])).to.deep.equal([
      ['Billing', null],
      ['Delivery', null],
      ['Our shop', 'https://shop.example/'],
    ]);
  });
  for (const json of [
    ...['', 'null', '[]', '1', '"x"', '{', '{"templateType":"ListPicker"}', '{"templateType":"__proto__"}'],
    ...[
      { ...listPicker(), templateType: 'ApplePay' },
      { ...listPicker(), templateType: ['ListPicker'] },
      listPicker({ title: '' }),
      listPicker({ title: { a: 1 } }),
      listPicker({ elements: [] }),
      listPicker({ elements: { length: 3 } }),
      listPicker({ elements: [null, 1, 'x', [], { title: 1 }] }),
      timePicker({ timeslots: [{ date: 'tomorrow', duration: 60 }] }),
      carousel({ elements: [{ ...timePicker(), templateIdentifier: 'one' }, carousel()] }),
    ].map((template) => JSON.stringify(template)),
  ])
    it(`returns null for ${json.slice(0, 90)}`, () => expect(parseInteractive(json)).to.equal(null));

  it('omits elements beyond the limits', () => {
    expect(list({ elements: many(11) }).choices).to.have.length(10);
    const times = Array.from({ length: 41 }, () => ({ date: '2026-01-02T10:00+00:00', duration: 9e9 }));
    const { slots } = parse(timePicker({ timeslots: times })) as TimePicker;
    expect([slots.length, slots[0]!.end - slots[0]!.start]).to.deep.equal([40, 3_600_000]);
    const cards = Array.from({ length: 6 }, () => panel());
    expect((parse(carousel({ elements: cards })) as Carousel).cards).to.have.length(5);
  });
  it('cuts long texts, and marks the cut', () => {
    const { title, choices } = list({ title: 'x'.repeat(6_000), elements: [{ title: 'y'.repeat(500) }] });
    expect([title.length, title.slice(-2)]).to.deep.equal([5_000, 'x…']);
    expect([choices[0]!.title.length, choices[0]!.title.slice(-2)]).to.deep.equal([400, 'y…']);
  });
  it('takes pictures from https addresses only', () => {
    expect(list(picture).picture).to.deep.equal({ url: picture.imageData, description: 'A loaf' });
    for (const imageData of [
      'http://a.example/b',
      'mailto:a@b.example',
      'a.png',
      1,
      null,
      `https://${'a'.repeat(3_000)}`,
    ])
      expect(list({ imageData }).picture, String(imageData)).to.equal(null);
  });
  it('rejects addresses that run code, for pictures and links', () => {
    for (const address of badAddresses) {
      const { picture: shown, choices } = list({
        imageData: address,
        elements: [{ title: 'a' }, { type: 'hyperlink', title: 'b', url: address }],
      });
      expect(shown?.url ?? 'https:').to.match(/^https:/);
      for (const { link } of choices) expect(link ?? 'https:').to.match(/^https:/);
    }
  });
  it('sorts times, and reads their own zones or the given one', () => {
    const times = [
      '2026-01-02T10:00Z',
      '2026-01-02T10:00+0200',
      '2026-01-02T09:30',
      '2026-02-31T10:00Z',
      '2026-01-02T24:30Z',
    ];
    const { slots } = parse(
      timePicker({ timeZoneOffset: -60, timeslots: times.map((date) => ({ date, duration: 60 })) }),
    ) as TimePicker;
    expect(slots.map(({ date, start }) => [date, new Date(start).toISOString()])).to.deep.equal([
      ['2026-01-02T10:00+0200', '2026-01-02T08:00:00.000Z'],
      ['2026-01-02T10:00Z', '2026-01-02T10:00:00.000Z'],
      ['2026-01-02T09:30', '2026-01-02T10:30:00.000Z'],
    ]);
  });
  it('treats names of object members as unknown templates', () => {
    const json =
      '{"__proto__":{"templateType":"QuickReply"},"constructor":{"prototype":{"data":1}},"data":{"__proto__":{"content":1}}}';
    expect(parseInteractive(json)).to.equal(null);
    expect(({} as { templateType?: string }).templateType).to.equal(undefined);
  });
  it('never throws, whatever it is given', () => {
    const keys = fc.constantFrom(
      'title',
      'elements',
      'timeslots',
      'date',
      'data',
      'content',
      'templateType',
      '__proto__',
      'imageData',
      'url',
      'type',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(
          'ListPicker',
          'Carousel',
          'TimePicker',
          'hyperlink',
          '2026-01-02T10:00Z',
          null,
          1,
          true,
        ),
        fc.string(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    const type = fc.constantFrom('ListPicker', 'Panel', 'QuickReply', 'TimePicker', 'Carousel');
    fc.assert(
      fc.property(type, tree, (templateType, content) => {
        const json = JSON.stringify({ templateType, data: { content } });
        parseInteractive(json);
        expect(interactiveTitle(json)).to.be.a('string');
      }),
    );
  });
});

describe('interactiveTitle', () => {
  it('returns the title of any template, known or unknown', () => {
    expect(
      interactiveTitle(JSON.stringify({ templateType: 'New', data: { content: { title: 'Hello' } } })),
    ).to.equal('Hello');
    expect(interactiveTitle('{')).to.equal('');
  });
});
