import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createAgent } from '../../test/support/people.js';
import type { ServiceProcess } from '../../test/support/service-process.js';
import { textOf } from './subject.js';

interface Frame {
  type: string;
  contactId: string;
  contact?: { contactId: string };
  participantToken: string;
}

/** Milliseconds between two batches of messages, and the size of a batch: below a socket's rate limit. */
const every = 100;
const handful = 17;

/** One person's socket, which sends and receives frames as objects. */
export interface Person {
  send(frame: object): void;
  on(listener: (frame: Frame) => void): void;
  close(): void;
}

async function openPerson(url: string, headers: Record<string, string>): Promise<Person> {
  const socket = new WebSocket(url.replace('http', 'ws'), { headers });
  await once(socket, 'open');
  const person: Person = {
    send: (frame) => socket.send(JSON.stringify(frame)),
    on: (listener) => socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString()) as Frame)),
    close: () => socket.terminate(),
  };
  person.on(({ type }) => type === 'ping' && person.send({ type: 'pong' }));
  return person;
}

/** An agent who accepts every chat, and answers when asked to. */
export async function openAgent(service: ServiceProcess, username: string): Promise<Person> {
  await createAgent(service, username, 50);
  const { url } = service;
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password: 'correct horse battery' }),
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const agent = await openPerson(`${url}/agent/socket`, { origin: url, cookie });
  agent.on(({ type, contact }) => {
    if (type === 'offer') agent.send({ type: 'accept', contactId: contact!.contactId });
  });
  agent.send({ type: 'hello', after: {}, status: 'AVAILABLE' });
  return agent;
}

/**
 * A chat with this many items from visitor and agent. All are sent through sockets, the last one by the
 * agent.
 */
export async function fillChat(
  { url, origin, widgetId }: { url: string; origin: string; widgetId: string },
  agent: Person,
  items: number,
): Promise<{ contactId: string; participantToken: string }> {
  const visitor = await openPerson(`${url}/widgets/${widgetId}/socket`, { origin });
  const started = hear(visitor, ({ type }) => type === 'started');
  const startToken = `bench ${items}`.padEnd(40, '.');
  const joined = new Promise<void>((resolve) =>
    agent.on(
      ({ type, contact }) =>
        type === 'contact' && void started.then((s) => s.contactId === contact!.contactId && resolve()),
    ),
  );
  visitor.send({ type: 'start', clientToken: startToken });
  const { contactId, participantToken } = await started;
  await joined;
  let stored = 0;
  const count = ({ type, contactId: about }: Frame): void => {
    if (type === 'ack' && (about === undefined || about === contactId)) stored += 1;
  };
  visitor.on(count);
  agent.on(count);
  const say = (item: number): void => {
    const message = {
      type: 'message',
      clientToken: `item ${item}`,
      contentType: 'text/plain',
      content: textOf(item),
    };
    if (item % 2 === 1) visitor.send(message);
    else agent.send({ ...message, contactId });
  };
  for (let item = 1; item < items; item += 1) {
    say(item);
    if (item % (2 * handful) === 0) await pause();
  }
  while (stored < items - 1) await pause();
  say(items);
  while (stored < items) await pause();
  visitor.close();
  return { contactId, participantToken };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, every));

function hear(person: Person, isIt: (frame: Frame) => boolean): Promise<Frame> {
  return new Promise((resolve) => person.on((frame) => isIt(frame) && resolve(frame)));
}
