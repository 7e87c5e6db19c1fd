import { expect } from '@open-wc/testing';
import { item } from '../../../../support/console/agent-fixtures.js';
import { about, contactFrame, offerFrame, openDesk } from '../../../../support/console/open-agent-console.js';
import { control, deepAll, named, press, settle, textOf, type } from '../../../../support/console/press.js';

const targets = {
  queues: [
    { queueId: 'default', name: 'General', agentsAvailable: 2, waiting: 0 },
    { queueId: 'billing', name: 'Billing', agentsAvailable: 0, waiting: 3 },
  ],
  agents: [
    { agentId: 'a2', displayName: 'Bea Bold' },
    { agentId: 'a3', displayName: 'Bill Able' },
  ],
};
const search = 'Search queues and agents';

/** A chat whose transfer dialog is open. */
async function openDialog() {
  const opened = await openDesk();
  opened.service.answers['GET /api/transfer-targets'] = targets;
  await opened.hear(contactFrame(1), contactFrame(2));
  press(opened.root(), 'Transfer');
  await settle();
  const dialog = () => deepAll(opened.root(), 'connect-chat-transfer-dialog')[0]!;
  const choices = () => deepAll(dialog(), '.option .name').map(({ textContent }) => textContent.trim());
  const submit = async () => {
    deepAll<HTMLFormElement>(dialog(), 'form')[0]!.requestSubmit();
    await settle();
  };
  return { ...opened, dialog, choices, submit };
}

describe('<connect-chat-transfer-dialog>', () => {
  it('has no barriers, and its search the focus', async () => {
    const { dialog } = await openDialog();
    await expect(dialog()).to.be.accessible();
    expect(control(dialog(), search).matches(':focus')).to.equal(true);
  });

  it('lists queues and available agents, and searches them by parts of names', async () => {
    const { dialog, choices } = await openDialog();
    expect(choices()).to.deep.equal(['General', 'Billing', 'Bea Bold', 'Bill Able']);
    expect(textOf(dialog())).to.include('No agents free, 3 waiting');
    type(dialog(), search, 'bil');
    await settle();
    expect(choices()).to.deep.equal(['Billing', 'Bill Able']);
    type(dialog(), search, 'nobody');
    await settle();
    expect(textOf(dialog())).to.include('No queue or agent matches.');
  });

  it('transfers to the only one that a search leaves, with the note', async () => {
    const { dialog, submit, environment } = await openDialog();
    type(dialog(), search, 'bea');
    control<HTMLTextAreaElement>(dialog(), 'Note for your colleague (optional)').value = ' Paid twice ';
    await submit();
    expect(environment.socket.of('transfer')).to.deep.equal([
      { type: 'transfer', contactId: 'contact-1', to: { agentId: 'a2' }, note: 'Paid twice' },
    ]);
    expect(named(dialog(), 'Transferring…')).to.have.length(1);
  });

  it('asks for a choice where there is none, and sends nothing', async () => {
    const { dialog, submit, environment } = await openDialog();
    await submit();
    expect(textOf(dialog())).to.include('Choose a queue or an agent.');
    expect(control(dialog(), search).getAttribute('aria-invalid')).to.equal('true');
    expect(environment.socket.of('transfer')).to.deep.equal([]);
  });

  it('says where the chat went, and goes on with the next', async () => {
    const opened = await openDialog();
    deepAll<HTMLInputElement>(opened.dialog(), 'input[type=radio]')[1]!.click();
    await opened.submit();
    await opened.hear(about(1, { type: 'contact-left', wasAway: false }));
    expect(opened.text()).to.include("Customer 1's chat was transferred to Billing.");
    expect(deepAll(opened.root(), 'connect-chat-transfer-dialog')).to.have.length(0);
    expect(control(opened.root(), 'Message').matches(':focus')).to.equal(true);
  });

  it('stays with what was written when the transfer is refused', async () => {
    const opened = await openDialog();
    deepAll<HTMLInputElement>(opened.dialog(), 'input[type=radio]')[2]!.click();
    control<HTMLTextAreaElement>(opened.dialog(), 'Note for your colleague (optional)').value = 'Paid twice';
    await opened.submit();
    await opened.hear(
      about(1, { type: 'error', code: 'TRANSFER_TARGET_UNAVAILABLE', message: 'Choose another one.' }),
    );
    expect(textOf(opened.dialog())).to.include('Choose another one.');
    const note = control<HTMLTextAreaElement>(opened.dialog(), 'Note for your colleague (optional)');
    expect(note.value).to.equal('Paid twice');
    expect(named(opened.dialog(), 'Transfer')).to.have.length(1);
    expect(opened.service.asked.filter(({ path }) => path === '/api/transfer-targets')).to.have.length(2);
  });

  it('is sent again after a lost connection, as long as the chat is still there', async () => {
    const opened = await openDialog();
    deepAll<HTMLInputElement>(opened.dialog(), 'input[type=radio]')[0]!.click();
    await opened.submit();
    await opened.hear(contactFrame(1));
    expect(opened.environment.socket.of('transfer')).to.have.length(2);
  });

  it('is left by Cancel without any change', async () => {
    const { root, dialog, environment } = await openDialog();
    press(dialog(), 'Cancel');
    await settle();
    expect(deepAll(root(), 'connect-chat-transfer-dialog')).to.have.length(0);
    expect(environment.socket.of('transfer')).to.deep.equal([]);
  });
});

describe('a transferred chat that rings', () => {
  const transfer = { by: 'Ada', note: 'Paid twice', isDirect: true };

  it('shows who transferred it, and the note', async () => {
    const opened = await openDesk();
    await opened.hear(offerFrame(1, { transfer }));
    expect(opened.text()).to.include('Transferred to you by Ada');
    expect(opened.text()).to.include('Paid twice');
  });

  it('shows its transcript before it is accepted, and no longer once it is gone', async () => {
    const opened = await openDesk();
    const items = [
      item(1, 'Where is my refund?'),
      item(2, 'Paid twice', { type: 'NOTE', displayName: 'Ada', transferredTo: 'Billing' }),
    ];
    opened.service.answers['GET /api/contacts/contact-1/transcript'] = { contactId: 'contact-1', items };
    await opened.hear(offerFrame(1, { transfer }));
    press(opened.root(), 'Read transcript');
    await settle();
    const preview = () => deepAll(opened.root(), 'connect-chat-offer-preview');
    expect(textOf(preview()[0]!)).to.include('Where is my refund?');
    expect(textOf(preview()[0]!)).to.include('Ada transferred the chat to Billing');
    await expect(preview()[0]!).to.be.accessible();
    press(preview()[0]!, 'Accept');
    expect(opened.environment.socket.of('accept')).to.have.length(1);
    await opened.hear(about(1, { type: 'offer-closed', reason: 'MISSED' }));
    expect(preview()).to.have.length(0);
  });

  it('says why a transcript can’t be shown', async () => {
    const opened = await openDesk();
    opened.service.answers['GET /api/contacts/contact-1/transcript'] = new Error('gone');
    await opened.hear(offerFrame(1));
    press(opened.root(), 'Read transcript');
    await settle();
    expect(opened.text()).to.include('Something went wrong on our side');
  });
});
