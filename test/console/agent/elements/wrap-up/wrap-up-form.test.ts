import { expect } from '@open-wc/testing';
import { endItem } from '../../../../support/console/agent-fixtures.js';
import { about, contactFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, named, press, settle, type } from '../../../../support/console/press.js';

/** A chat that has ended, with after-contact work of a minute and a half. */
async function openWrapUp(change: object = {}) {
  const opened = await openDesk();
  const until = new Date(Date.now() + 90_000).toISOString();
  const frame = { type: 'wrap-up', until, dispositions: ['Solved', 'Open'], tags: ['Refund', 'Delivery'] };
  await opened.hear(contactFrame(1), about(1, { type: 'item', item: endItem(5) }));
  await opened.hear(about(1, { ...frame, ...change }));
  const form = () => deepAll(opened.root(), 'connect-chat-wrap-up-form')[0];
  const finish = () => opened.hear(about(1, { ...frame, until: null }));
  const submit = async () => {
    deepAll<HTMLFormElement>(form()!, 'form')[0]!.requestSubmit();
    await settle();
  };
  return { ...opened, form, finish, submit };
}

describe('<connect-chat-wrap-up-form>', () => {
  it('has no barriers, says how long it lasts, and stands in the list', async () => {
    const { form, root, text } = await openWrapUp();
    await expect(form()!).to.be.accessible();
    expect(text()).to.match(/1:(30|2\d) left/);
    expect(deepAll(root(), '.row .waiting')[0]!.textContent).to.equal('Wrap up');
    expect(named(root(), 'Close')).to.have.length(0);
  });

  it('sends what the agent chose, once', async () => {
    const { root, environment, submit, form } = await openWrapUp();
    control<HTMLSelectElement>(root(), 'Disposition').value = 'Solved';
    press(root(), 'Delivery');
    await submit();
    await submit();
    expect(environment.socket.of('done')).to.deep.equal([
      { type: 'done', contactId: 'contact-1', disposition: 'Solved', tags: ['Delivery'] },
    ]);
    expect(named(form()!, 'Saving…')).to.have.length(1);
  });

  it('sends nothing chosen as nothing, where the queue proposes nothing', async () => {
    const { root, environment, submit } = await openWrapUp({ dispositions: [], tags: [] });
    expect(named(root(), 'Disposition')).to.have.length(0);
    await submit();
    expect(environment.socket.of('done')).to.deep.equal([
      { type: 'done', contactId: 'contact-1', disposition: null, tags: [] },
    ]);
  });

  it('takes a private note', async () => {
    const { root, environment } = await openWrapUp();
    press(root(), 'Add note');
    await settle();
    type(root(), 'Private note', 'Paid twice');
    await settle();
    press(root(), 'Save note');
    await settle();
    expect(environment.socket.of('note')).to.have.length(1);
  });

  it('folds, and unfolds', async () => {
    const { root } = await openWrapUp();
    press(root(), 'Wrap up');
    await settle();
    expect(control(root(), 'Wrap up').getAttribute('aria-expanded')).to.equal('false');
    expect(named(root(), 'Disposition')).to.have.length(0);
  });

  it('is gone once the service says so, and the chat can be closed', async () => {
    const { form, finish, root } = await openWrapUp();
    await finish();
    expect(form() === undefined).to.equal(true);
    press(root(), 'Close');
    await settle();
    expect(deepAll(root(), '.row')).to.have.length(0);
  });
});
