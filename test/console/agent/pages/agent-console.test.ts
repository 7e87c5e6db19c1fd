import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../../console/request/service-request.js';
import { closeCodes } from '../../../../shared/protocol/codes.js';
import { endItem, item } from '../../../support/console/agent-fixtures.js';
import {
  about,
  contactFrame as contact,
  maria,
  offerFrame as offer,
  openConsole,
  openDesk,
} from '../../../support/console/open-agent-console.js';
import {
  control,
  deepAll,
  finishAnimations,
  named,
  press,
  settle,
  type,
} from '../../../support/console/press.js';

const notSignedIn = new ServiceRefusal('NOT_SIGNED_IN', 401, 'Sign in.');

describe('<connect-chat-agent-console>', () => {
  it('asks to sign in if nobody is signed in, and is accessible', async () => {
    const { page, root, service } = await openConsole({ identity: notSignedIn });
    await expect(page).to.be.accessible();
    service.answers['GET /api/session'] = maria;
    type(root(), 'Username', 'maria');
    type(root(), 'Password', 'correct horse battery');
    press(root(), 'Sign in');
    await settle();
    expect(service.asked.map(({ method, path }) => `${method} ${path}`)).to.include('POST /api/session');
    expect(control<HTMLSelectElement>(root(), 'Status').value).to.equal('OFFLINE');
  });

  it('is accessible without chats, with chats, and with an offer', async () => {
    const { page, root, hear } = await openDesk();
    await expect(page).to.be.accessible();
    const attributes = { verified: { plan: 'gold' }, unverified: { cart: '3' } };
    await hear(
      contact(1, { attributes }),
      about(1, { type: 'item', item: item(2, 'Hello') }),
      contact(2),
      offer(3),
    );
    finishAnimations(root());
    await expect(page).to.be.accessible();
  });

  it('sets the status', async () => {
    const { root, environment } = await openDesk();
    const status = control<HTMLSelectElement>(root(), 'Status');
    expect([...status.options].map(({ text }) => text)).to.deep.equal(['Available', 'Away', 'Offline']);
    status.value = 'OFFLINE';
    status.dispatchEvent(new Event('change'));
    expect(environment.socket.of('status')).to.deep.equal([{ type: 'status', status: 'OFFLINE' }]);
  });

  it('rings, and accepts or declines', async () => {
    const { root, environment, hear, rings, text } = await openDesk();
    await hear(offer(1), offer(2));
    expect(rings[rings.length - 1]).to.equal(true);
    expect(text()).to.contain('Where is my parcel?');
    const [, second] = named(root(), 'Decline');
    press(root(), 'Accept');
    second!.click();
    await settle();
    expect(environment.socket.of('accept')).to.deep.equal([{ type: 'accept', contactId: 'contact-1' }]);
    expect(environment.socket.of('decline')).to.deep.equal([{ type: 'decline', contactId: 'contact-2' }]);
    await hear(contact(1), about(2, { type: 'offer-closed', reason: 'DECLINED' }));
    expect(rings[rings.length - 1]).to.equal(false);
    expect(deepAll(root(), 'connect-chat-chat-column')).to.have.length(1);
  });

  it('shows several chats side by side, and counts unread messages', async () => {
    const { root, environment, hear, text } = await openDesk();
    await hear(contact(1), contact(2));
    expect(deepAll(root(), 'connect-chat-chat-column')).to.have.length(2);
    await hear(
      about(2, { type: 'item', item: item(3, 'Hello?') }),
      about(2, { type: 'item', item: item(4, 'Anybody?') }),
    );
    expect(text()).to.contain('2 unread');
    expect(document.title).to.equal('(2) Agent console');
    press(root(), 'Customer 2');
    await settle();
    environment.pass(400);
    expect(environment.socket.of('read')).to.deep.include({ type: 'read', contactId: 'contact-2', seq: 4 });
  });

  it('sends a message, and keeps the draft of each chat over a reload', async () => {
    const { root, environment, hear, sharedStorage } = await openDesk();
    await hear(contact(1));
    type(root(), 'Message', 'On its way!');
    press(root(), 'Send');
    expect(environment.socket.of('message').map(({ content }) => content)).to.deep.equal(['On its way!']);
    expect(environment.socket.of('typing')).to.have.length(1);
    type(root(), 'Message', 'half a thou');
    const later = await openDesk({ sharedStorage });
    await later.hear(contact(1));
    expect(control<HTMLTextAreaElement>(later.root(), 'Message').value).to.equal('half a thou');
  });

  it('keeps verified attributes apart from those that the page provided', async () => {
    const { root, hear } = await openDesk();
    await hear(contact(1, { attributes: { verified: { plan: 'gold' }, unverified: { plan: 'platinum' } } }));
    press(root(), 'Customer details');
    await settle();
    const sections = deepAll(root(), '[role="group"][aria-label$="attributes"]');
    const texts = sections.map(
      (section) => `${section.getAttribute('aria-label')}: ${section.querySelector('dd')!.textContent}`,
    );
    expect(texts).to.deep.equal(['Verified attributes: gold', 'Not verified attributes: platinum']);
  });

  it('renders no link for an address with a script', async () => {
    const { root, hear } = await openDesk();
    const page = { url: 'javascript:alert(1)', title: 'Shop', referrer: 'https://search.example/' };
    await hear(contact(1, { page }));
    press(root(), 'Customer details');
    await settle();
    const links = deepAll<HTMLAnchorElement>(root(), 'a').map(({ href }) => href);
    expect(links).to.deep.equal(['https://search.example/']);
  });

  it('ends a chat, shows that, and removes it', async () => {
    const { root, environment, hear, text } = await openDesk();
    await hear(contact(1));
    press(root(), 'End chat');
    await settle();
    named(root(), 'End chat')[1]!.click();
    await settle();
    expect(environment.socket.of('end')).to.deep.equal([{ type: 'end', contactId: 'contact-1' }]);
    await hear(about(1, { type: 'item', item: endItem(5) }));
    expect(text()).to.contain('The chat has ended.');
    expect(named(root(), 'Send')).to.deep.equal([]);
    press(root(), 'Close');
    await settle();
    expect(deepAll(root(), 'connect-chat-chat-column')).to.deep.equal([]);
  });

  it('shows that the connection is lost, and keeps the draft', async () => {
    const { root, environment, hear, text } = await openDesk();
    await hear(contact(1));
    environment.socket.drop();
    await settle();
    type(root(), 'Message', 'still here');
    press(root(), 'Send');
    await settle();
    expect(text()).to.match(/connection/i);
    expect(text()).to.contain('still here');
    expect(text()).to.contain('Waiting…');
  });

  it('asks to sign in again when the session has expired, and keeps chats and drafts', async () => {
    const { root, environment, service, hear, text } = await openDesk();
    await hear(contact(1));
    type(root(), 'Message', 'half a thou');
    environment.socket.drop(closeCodes.SESSION_ENDED);
    await settle();
    expect(text()).to.contain('You were signed out');
    type(root(), 'Password', 'correct horse battery');
    press(root(), 'Sign in');
    await settle();
    expect(service.asked.map(({ method, path }) => `${method} ${path}`)).to.include('POST /api/session');
    expect(control<HTMLTextAreaElement>(root(), 'Message').value).to.equal('half a thou');
  });

  it('signs out, and leaves no customer data in the browser', async () => {
    const { root, hear, storage, sharedStorage, service } = await openDesk();
    await hear(contact(1));
    type(root(), 'Message', 'half a thou');
    press(root(), 'Sign out');
    await settle();
    named(root(), 'Sign out')[1]!.click();
    await settle();
    expect(service.asked.map(({ method, path }) => `${method} ${path}`)).to.include('DELETE /api/session');
    expect([storage.length, sharedStorage.length]).to.deep.equal([0, 0]);
    expect(named(root(), 'Sign in')).to.have.length(1);
  });

  it('shows why the console can’t be loaded, and tries again', async () => {
    const unreachable = new ServiceRefusal('UNREACHABLE', 0, 'Check your connection.');
    const { page, root, service, text } = await openConsole({ identity: unreachable });
    expect(text()).to.contain("Can't load the console").and.to.contain('Check your connection.');
    await expect(page).to.be.accessible();
    service.answers['GET /api/session'] = maria;
    press(root(), 'Try again');
    await settle();
    expect(control<HTMLSelectElement>(root(), 'Status').value).to.equal('OFFLINE');
  });

  it('stays signed in if signing out fails, and shows why', async () => {
    const { root, service, text } = await openDesk();
    service.answers['DELETE /api/session'] = new ServiceRefusal('UNREACHABLE', 0, 'Check your connection.');
    press(root(), 'Sign out');
    await settle();
    expect(text()).to.contain('Check your connection.');
    expect(named(root(), 'Sign out')).to.have.length(1);
  });

  it('shows nothing of the previous agent to another one who signs in', async () => {
    const { root, environment, service, hear } = await openDesk();
    await hear(contact(1));
    type(root(), 'Message', 'half a thou');
    environment.socket.drop(closeCodes.SESSION_ENDED);
    await settle();
    expect(control<HTMLInputElement>(root(), 'Username').value).to.equal('maria');
    service.answers['GET /api/session'] = { ...maria, agentId: 'a2', username: 'paul' };
    type(root(), 'Password', 'correct horse battery');
    press(root(), 'Sign in');
    await settle();
    expect(deepAll(root(), 'connect-chat-chat-column')).to.deep.equal([]);
    environment.socket.open();
    await hear(contact(1));
    expect(control<HTMLTextAreaElement>(root(), 'Message').value).to.equal('');
  });

  it('links administrators, and nobody else, to their pages', async () => {
    const { root } = await openDesk();
    expect(named(root(), 'Customise')).to.deep.equal([]);
    const other = await openDesk({ identity: { ...maria, role: 'admin' } });
    expect(control<HTMLAnchorElement>(other.root(), 'Customise').getAttribute('href')).to.equal('/admin/');
  });
});
