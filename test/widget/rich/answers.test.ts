import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { choiceAnswer, timeAnswer } from '../../../widget/rich/answers.js';
import {
  parseInteractive,
  type Carousel,
  type ListPicker,
  type QuickReply,
} from '../../../widget/rich/parse-interactive.js';
import { carousel, listPicker, quickReply } from '../../support/widget/templates.js';

const parse = <Template>(template: object): Template =>
  parseInteractive(JSON.stringify(template)) as unknown as Template;

const answers = suite('choiceAnswer');
answers('is the title of the chosen element, as plain text', () => {
  const reply = parse<QuickReply>(quickReply());
  assert.equal(choiceAnswer(reply.choices[1]!, reply, null), { contentType: 'text/plain', content: 'Bad' });
});
answers('names the card that was chosen on in a carousel', () => {
  const hotels = parse<Carousel>(carousel());
  const [card] = hotels.cards;
  const { contentType, content } = choiceAnswer((card as ListPicker).choices[0]!, card as ListPicker, hotels);
  assert.is(contentType, 'application/vnd.amazonaws.connect.message.interactive.response');
  assert.equal(JSON.parse(content), {
    templateIdentifier: 'one',
    listTitle: 'Bel Air',
    selectionText: 'Billing',
  });
});
answers('fits into a message, however long a title is', () => {
  const list = parse<ListPicker>(listPicker());
  const { content } = choiceAnswer({ ...list.choices[0]!, title: 'x'.repeat(5_000) }, list, null);
  assert.is(content.length, 1_024);
});
answers.run();

const slots = suite('timeAnswer');
slots('is the time as the message has it', () => {
  const slot = { date: '2026-01-02T10:00+00:00', start: 0, end: 0 };
  assert.equal(timeAnswer(slot), { contentType: 'text/plain', content: '2026-01-02T10:00+00:00' });
});
slots.run();
