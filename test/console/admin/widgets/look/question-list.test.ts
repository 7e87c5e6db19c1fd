import { expect, fixture, html } from '@open-wc/testing';
import type { PreChatField } from '../../../../../shared/pre-chat-field.js';
import '../../../../../console/admin/define.js';
import type { DraftEvent } from '../../../../../console/admin/widgets/fields/draft-event.js';
import type { QuestionList } from '../../../../../console/admin/widgets/look/question-list.js';

/** Opens the list with an owner that passes every change down, as the editor does. */
async function open(questions: readonly PreChatField[] = []): Promise<QuestionList> {
  const list = await fixture<QuestionList>(
    html`<connect-chat-question-list
      .questions=${questions}
      @connect-chat-draft=${({ pointer, value }: DraftEvent) => {
        expect(pointer).to.equal('/preChat');
        list.questions = value as PreChatField[];
      }}
    ></connect-chat-question-list>`,
  );
  return list;
}
async function press(list: QuestionList, name: string): Promise<void> {
  const buttons = [...list.shadowRoot!.querySelectorAll('button')];
  buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name)!.click();
  await list.updateComplete;
}
const asked = (list: QuestionList) => list.questions.map(({ name, label }) => `${name}: ${label}`);

describe('<connect-chat-question-list>', () => {
  it('is accessible, with each kind of question', async () => {
    const list = await open();
    for (const kind of ['Name', 'E-mail', 'Phone', 'Choice', 'Consent', 'Other question'])
      await press(list, kind);
    expect(list.questions).to.have.length(6);
    await expect(list).to.be.accessible();
  });

  it('adds valid questions, each with a unique name', async () => {
    const list = await open();
    await press(list, 'Name');
    await press(list, 'Name');
    expect(asked(list)).to.deep.equal(['displayName: Your name', 'displayName-2: Your name']);
  });

  it('changes, moves and removes a question', async () => {
    const list = await open();
    await press(list, 'Name');
    await press(list, 'E-mail');
    const label = list.shadowRoot!.querySelector<HTMLInputElement>('#preChat-1-label')!;
    label.value = 'Where do we answer?';
    label.dispatchEvent(new Event('input', { bubbles: true }));
    await list.updateComplete;
    await press(list, 'Move up');
    expect(asked(list)).to.deep.equal(['email: Where do we answer?', 'displayName: Your name']);
    await press(list, 'Remove question 2');
    expect(asked(list)).to.deep.equal(['email: Where do we answer?']);
  });

  it('accepts one choice per line', async () => {
    const list = await open();
    await press(list, 'Choice');
    const choices = list.shadowRoot!.querySelector<HTMLTextAreaElement>('#preChat-0-options')!;
    choices.value = ' An order \n\nA return\n';
    choices.dispatchEvent(new Event('change', { bubbles: true }));
    expect(list.questions[0]!.options).to.deep.equal(['An order', 'A return']);
  });

  it('shows each problem beside its field', async () => {
    const list = await open();
    await press(list, 'Choice');
    list.problems = new Map([
      ['/preChat/0/label', 'A question, please.'],
      ['/preChat/0/options/1', 'A choice of 1 to 100 characters.'],
    ]);
    await list.updateComplete;
    const errors = [...list.shadowRoot!.querySelectorAll('.error')].map(({ textContent }) => textContent);
    expect(errors).to.deep.equal(['A question, please.', 'A choice of 1 to 100 characters.']);
    await expect(list).to.be.accessible();
  });

  it('adds no eleventh question', async () => {
    const list = await open();
    for (let count = 0; count < 10; count += 1) await press(list, 'Other question');
    const add = list.shadowRoot!.querySelector<HTMLButtonElement>('.presets button')!;
    expect(add.disabled).to.equal(true);
  });
});
