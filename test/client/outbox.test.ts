import { expect } from '@open-wc/testing';
import { ChatError } from '../../client/chat-error.js';
import { Outbox } from '../../client/outbox.js';
import type { OutgoingMessage } from '../../client/outgoing.js';
import { createTestEnvironment } from '../support/client/test-environment.js';

const message = (clientToken: string, createdAt = 1): OutgoingMessage => ({
  clientToken,
  contentType: 'text/plain',
  content: clientToken,
  createdAt,
});

function openOutbox() {
  const environment = createTestEnvironment();
  const sent: string[] = [];
  const silences: number[] = [];
  const outbox = new Outbox({
    environment,
    transmit: ({ clientToken }) => sent.push(clientToken),
    onSilence: () => silences.push(environment.now()),
    onChange: () => undefined,
  });
  return {
    environment,
    outbox,
    sent,
    silences,
    tokens: () => outbox.messages.map((each) => each.clientToken),
  };
}

describe('Outbox', () => {
  it('waits while there is no connection, then sends one after the other', () => {
    const { outbox, sent } = openOutbox();
    ['a', 'b', 'c'].forEach((token) => outbox.add(message(token)));
    expect(sent).to.deep.equal([]);
    outbox.open();
    expect(sent).to.deep.equal(['a']);
    outbox.stored('a');
    expect(sent).to.deep.equal(['a', 'b']);
  });
  it('sends again what was in flight when the connection broke, before anything else', () => {
    const { outbox, sent } = openOutbox();
    outbox.open();
    outbox.add(message('a'));
    outbox.close();
    outbox.add(message('b'));
    outbox.open();
    expect(sent).to.deep.equal(['a', 'a']);
  });
  it('gives the connection up when ten seconds bring no answer', () => {
    const { environment, outbox, silences } = openOutbox();
    outbox.open();
    outbox.add(message('a'));
    environment.pass(9_999);
    expect(silences).to.have.length(0);
    environment.pass(1);
    expect(silences).to.have.length(1);
  });
  it('keeps the order when the service asks for patience', () => {
    const { environment, outbox, sent, tokens } = openOutbox();
    outbox.open();
    outbox.add(message('a'));
    outbox.add(message('b'));
    outbox.refused(new ChatError('RATE_LIMITED', '', 'a'), 'retry');
    expect(sent).to.deep.equal(['a']);
    environment.pass(5_000);
    expect(sent).to.deep.equal(['a', 'a']);
    expect(tokens()).to.deep.equal(['a', 'b']);
  });
  it('lets a refused message wait for its author, and sends the next', () => {
    const { outbox, sent, tokens } = openOutbox();
    outbox.open();
    outbox.add(message('a'));
    outbox.add(message('b'));
    outbox.refused(new ChatError('MESSAGE_TOO_LONG', 'Too long.', 'a'), 'stop');
    expect(sent).to.deep.equal(['a', 'b']);
    expect(outbox.messages[0]!.refusal!.code).to.equal('MESSAGE_TOO_LONG');
    outbox.stored('b');
    outbox.retry('a');
    expect(sent).to.deep.equal(['a', 'b', 'a']);
    outbox.stored('a');
    expect(tokens()).to.deep.equal([]);
  });
  it('discards only what was refused', () => {
    const { outbox, tokens } = openOutbox();
    outbox.add(message('a'));
    outbox.discard('a');
    expect(tokens()).to.deep.equal(['a']);
    outbox.refuseAll(new ChatError('CONTACT_ENDED', ''));
    outbox.discard('a');
    expect(tokens()).to.deep.equal([]);
  });
  it('puts what was said earlier before what was said later', () => {
    const { outbox, tokens } = openOutbox();
    outbox.add(message('new', 9));
    outbox.add(message('old', 3));
    outbox.add(message('older', 2));
    expect(tokens()).to.deep.equal(['older', 'old', 'new']);
  });
  it('takes the same message once', () => {
    const { outbox, tokens } = openOutbox();
    outbox.add(message('a'));
    outbox.add(message('a'));
    expect(tokens()).to.deep.equal(['a']);
  });
});
