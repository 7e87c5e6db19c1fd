// Why: interactive messages are long. Change a template by its `content`.

/** A picture whose address does not exist. */
export const picture = {
  imageType: 'URL',
  imageData: 'https://pictures.invalid/a.png',
  imageDescription: 'A loaf',
};

const template = (templateType: string, content: object, more: object = {}) => ({
  templateType,
  version: '1.0',
  data: { content, ...more },
});

export const listPicker = (content: object = {}, more: object = {}) =>
  template(
    'ListPicker',
    {
      title: 'What can we do?',
      subtitle: 'Pick one',
      elements: [
        { title: 'Billing', subtitle: 'Money matters', ...picture },
        { title: 'Delivery' },
        { type: 'hyperlink', title: 'Our shop', url: 'https://shop.example/' },
      ],
      ...content,
    },
    { replyMessage: { title: 'Thanks for choosing' }, ...more },
  );
export const panel = (content: object = {}) =>
  template('Panel', {
    title: 'Bread of the day',
    ...picture,
    elements: [{ title: 'Order' }, { title: 'No, thanks' }],
    ...content,
  });
export const quickReply = (content: object = {}) =>
  template('QuickReply', {
    title: 'How was it?',
    elements: [{ title: 'Good' }, { title: 'Bad' }],
    ...content,
  });
export const timePicker = (content: object = {}) =>
  template('TimePicker', {
    title: 'When do you come?',
    subtitle: 'We are there from 9 to 18',
    location: { latitude: 1, longitude: 2, title: 'Bakery, High Street' },
    timeslots: [
      { date: '2026-01-03T10:00+00:00', duration: 1800 },
      { date: '2026-01-02T12:30+00:00', duration: 1800 },
      { date: '2026-01-02T10:00+00:00', duration: 1800 },
    ],
    ...content,
  });
export const carousel = (content: object = {}) =>
  template('Carousel', {
    title: 'Our hotels',
    elements: [
      { ...listPicker({ title: 'Bel Air' }), templateIdentifier: 'one' },
      { ...listPicker({ title: 'Grand' }), templateIdentifier: 'two' },
      { ...listPicker({ title: 'Ritz' }), templateIdentifier: 'three' },
    ],
    ...content,
  });
