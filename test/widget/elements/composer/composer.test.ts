import { expect, fixture, html } from '@open-wc/testing';
import type { Composer } from '../../../../widget/elements/composer/composer.js';
import '../../../../widget/elements/define.js';
import { ChatIntentEvent, type ChatIntent } from '../../../../widget/events/chat-intent-event.js';

async function openComposer() {
  const intents: ChatIntent[] = [];
  const composer = await fixture<Composer>(html`<connect-chat-composer></connect-chat-composer>`);
  composer.addEventListener(ChatIntentEvent.eventName, (event) =>
    intents.push((event as ChatIntentEvent).intent),
  );
  const field = composer.shadowRoot!.querySelector('textarea')!;
  const button = composer.shadowRoot!.querySelector('button')!;
  const type = async (text: string): Promise<void> => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input'));
    await composer.updateComplete;
  };
  const press = (init: KeyboardEventInit): boolean =>
    field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  const sent = () => intents.filter(({ type: kind }) => kind === 'send');
  return { composer, field, button, type, press, intents, sent };
}

describe('<connect-chat-composer>', () => {
  it('is accessible, and has a name', async () => {
    const { composer, field, button } = await openComposer();
    await expect(composer).to.be.accessible();
    expect(field.getAttribute('aria-label')).to.equal('Message');
    expect(button.getAttribute('aria-label')).to.equal('Send');
  });
  it('sends by its button and by Enter, and is empty then', async () => {
    const { composer, field, button, type, press, sent } = await openComposer();
    await type('one');
    button.click();
    await composer.updateComplete;
    expect(field.value).to.equal('');
    await type('two');
    press({ key: 'Enter' });
    expect(sent()).to.deep.equal([
      { type: 'send', text: 'one' },
      { type: 'send', text: 'two' },
    ]);
  });
  it('begins a new line by Shift+Enter, and does not send while an input method composes', async () => {
    const { type, press, sent } = await openComposer();
    await type('こん');
    expect(press({ key: 'Enter', shiftKey: true })).to.equal(true);
    expect(press({ key: 'Enter', isComposing: true })).to.equal(true);
    expect(press({ key: 'Enter', keyCode: 229 })).to.equal(true);
    expect(sent()).to.deep.equal([]);
  });
  it('does not send an empty text', async () => {
    const { type, press, button, sent } = await openComposer();
    await type(' \n ');
    press({ key: 'Enter' });
    button.click();
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(sent()).to.deep.equal([]);
  });
  it('shows that a text is too long, and neither cuts nor sends it', async () => {
    const { composer, field, type, press, sent } = await openComposer();
    await type('x'.repeat(1_030));
    expect(composer.shadowRoot!.querySelector('p')!.textContent).to.equal('6 characters over the limit');
    press({ key: 'Enter' });
    expect(field.value).to.have.length(1_030);
    expect(sent()).to.deep.equal([]);
    await type('x'.repeat(1_000));
    expect(composer.shadowRoot!.querySelector('p')!.textContent).to.equal('24 characters left');
  });
  it('counts long messages in bytes, shown as characters, where they are allowed', async () => {
    const { composer, type, press, sent } = await openComposer();
    composer.longMessages = true;
    await type('x'.repeat(1_030));
    expect(composer.shadowRoot!.querySelector('p')).to.equal(null);
    await type('x'.repeat(16_390));
    expect(composer.shadowRoot!.querySelector('p')!.textContent).to.equal('6 characters over the limit');
    press({ key: 'Enter' });
    await type('é'.repeat(8_190));
    expect(composer.shadowRoot!.querySelector('p')!.textContent).to.equal('2 characters left');
    expect(sent()).to.deep.equal([]);
    press({ key: 'Enter' });
    expect(sent()).to.have.length(1);
  });
  it('dispatches each change of the draft, and shows one that is set', async () => {
    const { composer, field, type, intents } = await openComposer();
    await type('h');
    await type('he');
    expect(intents).to.deep.equal([
      { type: 'draft', text: 'h' },
      { type: 'draft', text: 'he' },
    ]);
    composer.draft = 'from elsewhere';
    await composer.updateComplete;
    expect(field.value).to.equal('from elsewhere');
  });
  it('grows with its text, up to a height', async () => {
    const { field, type } = await openComposer();
    const one = field.offsetHeight;
    await type('1\n2\n3');
    expect(field.offsetHeight).to.be.greaterThan(one);
    await type('1\n'.repeat(60));
    expect(field.offsetHeight).to.equal(120);
  });

  it('inserts an emoji at the cursor, and keeps the focus', async () => {
    const composer = await fixture<Composer>(
      html`<connect-chat-composer .draft=${'ab'} .hasEmoji=${true}></connect-chat-composer>`,
    );
    const root = composer.shadowRoot!;
    const field = root.querySelector('textarea')!;
    field.setSelectionRange(1, 1);
    root.querySelector<HTMLElement>('[aria-label=Emoji]')!.click();
    await customElements.whenDefined('connect-chat-emoji-picker');
    await root.querySelector('connect-chat-emoji-picker')!.updateComplete;
    await expect(composer).to.be.accessible();
    root.querySelector('connect-chat-emoji-picker')!.shadowRoot!.querySelector('button')!.click();
    await composer.updateComplete;
    expect([field.value, field.selectionStart]).to.deep.equal(['a😀b', 3]);
    expect(root.activeElement).to.equal(field);
    expect(root.querySelector('connect-chat-emoji-picker')).to.equal(null);
  });
});
