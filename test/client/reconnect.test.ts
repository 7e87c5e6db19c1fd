import { expect } from '@open-wc/testing';
import { Reconnect } from '../../client/reconnect.js';
import { closeCodes } from '../../shared/protocol/codes.js';
import { createTestEnvironment } from '../support/client/test-environment.js';

function openReconnect() {
  const environment = createTestEnvironment();
  const reconnect = new Reconnect('ws://service', environment);
  const events: string[] = [];
  reconnect.on('open', () => events.push('open'));
  reconnect.on('frame', ({ type }) => events.push(type));
  reconnect.on('lost', () => events.push('lost'));
  reconnect.on('stopped', (code) => events.push(`stopped ${code}`));
  return { environment, reconnect, events };
}

describe('Reconnect', () => {
  it('comes back after a loss, later and later, and at once after a success', () => {
    const { environment, reconnect } = openReconnect();
    reconnect.start();
    const delays = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      environment.socket.drop();
      delays.push(reconnect.nextAttempt! - environment.monotonic());
      environment.pass(delays[attempt]!);
    }
    expect(delays).to.deep.equal([375, 750, 1500]);
    environment.socket.open();
    reconnect.succeeded();
    environment.socket.drop();
    expect(reconnect.nextAttempt! - environment.monotonic()).to.equal(375);
    expect(environment.sockets).to.have.length(4);
  });
  it('comes back when the service says so, and stops when it says so', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.socket.open();
    environment.socket.drop(closeCodes.SERVICE_RESTARTING);
    environment.pass(1_000);
    expect(environment.sockets).to.have.length(2);
    environment.socket.open();
    environment.socket.drop(closeCodes.PARTICIPANT_REFUSED);
    environment.pass(100_000);
    environment.comeBack();
    expect(environment.sockets).to.have.length(2);
    expect(events).to.deep.equal(['open', 'lost', 'open', 'stopped 4500']);
  });
  it('waits as long as the service asks, in addition', () => {
    const { environment, reconnect } = openReconnect();
    reconnect.start();
    environment.socket.open();
    environment.socket.drop(closeCodes.SERVICE_RESTARTING, 'SERVICE_RESTARTING 1500');
    expect(reconnect.nextAttempt! - environment.monotonic()).to.equal(1_875);
    environment.pass(1_875);
    environment.socket.open();
    reconnect.succeeded();
    environment.socket.drop();
    expect(reconnect.nextAttempt! - environment.monotonic()).to.equal(375);
  });
  it('asks a silent service after 20 seconds, and gives it up after 45', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    const { socket } = environment;
    socket.open();
    environment.pass(20_000);
    expect(socket.of('ping')).to.have.length(1);
    environment.pass(24_999);
    expect(events).to.deep.equal(['open']);
    environment.pass(1);
    expect(events).to.deep.equal(['open', 'lost']);
  });
  it('is content with any answer', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.socket.open();
    for (let round = 0; round < 10; round += 1) {
      environment.pass(20_000);
      environment.socket.say({ type: 'pong' });
    }
    expect(events).to.deep.equal(['open']);
  });
  it('answers when it is asked', () => {
    const { environment, reconnect } = openReconnect();
    reconnect.start();
    environment.socket.open();
    environment.socket.say({ type: 'ping' });
    expect(environment.socket.of('pong')).to.have.length(1);
  });
  it('doubts the connection when the page or the network returns', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.socket.open();
    environment.comeBack();
    expect(environment.socket.of('ping')).to.have.length(1);
    environment.pass(5_000);
    expect(events).to.deep.equal(['open', 'lost']);
  });
  it('has no socket open while the page is put aside, and one as soon as it is back', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.socket.open();
    environment.goAway();
    expect(environment.socket.isClosed).to.be.true;
    environment.comeBack();
    expect(environment.sockets).to.have.length(2);
    environment.socket.open();
    expect(events).to.deep.equal(['open', 'lost', 'open']);
  });
  it('waits as long as the service said, and a little more, then backs off as before', () => {
    const { environment, reconnect } = openReconnect();
    reconnect.start();
    environment.socket.open();
    reconnect.restart(30);
    environment.pass(30_000);
    environment.pass(7_500);
    expect(environment.sockets).to.have.length(2);
    environment.socket.drop();
    environment.pass(1_000);
    expect(environment.sockets).to.have.length(3);
  });
  it('does not wait any longer when the network returns, or when told so', () => {
    const { environment, reconnect } = openReconnect();
    reconnect.start();
    environment.socket.drop();
    environment.comeBack();
    expect(environment.sockets).to.have.length(2);
    environment.socket.drop();
    reconnect.now();
    expect(environment.sockets).to.have.length(3);
  });
  it('gives up a handshake that takes ten seconds', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.pass(10_000);
    expect(events).to.deep.equal(['lost']);
  });
  it('hears nothing of a socket that it gave up', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    const { socket } = environment;
    socket.open();
    reconnect.restart();
    socket.say({ type: 'item' });
    socket.drop();
    expect(events).to.deep.equal(['open', 'lost']);
  });
  it('does not stumble over what is no frame', () => {
    const { environment, reconnect, events } = openReconnect();
    reconnect.start();
    environment.socket.open();
    for (const text of ['', '{', 'null', '7', '{"type":7}', '[]']) environment.socket.say(text);
    expect(events).to.deep.equal(['open']);
  });
});
