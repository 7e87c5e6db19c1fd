// Server CPU for each message of 100 bytes, from a visitor to an agent: validated, numbered, stored, acknowledged and
// delivered, beside a raw ws relay in the same run. Usage: node --import tsx bench/relay.ts [chats] [messages]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { createAgent } from '../test/support/people.js';
import { createService, type ServiceProcess } from '../test/support/service-process.js';

const chats = Number(process.argv[2] ?? 100);
const messages = Number(process.argv[3] ?? 30_000);
const rounds = 3;
const text = 'x'.repeat(100);

interface Relay {
  /** One socket a chat that messages are sent on; resolves when a message was acknowledged and delivered. */
  exchange: (chat: number) => Promise<void>;
  processId: number;
  close(): Promise<void>;
}

/** Microseconds that a process has had of the processor (Linux, proc(5): in hundredths of a second). */
function processorTime(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

async function measure({ exchange, processId }: Relay): Promise<{ cpu: number; rate: number }> {
  await run(exchange, messages / 10);
  const [cpu, at] = [processorTime(processId), performance.now()];
  await run(exchange, messages);
  return {
    cpu: (processorTime(processId) - cpu) / messages,
    rate: (messages / (performance.now() - at)) * 1000,
  };
}

async function run(exchange: Relay['exchange'], count: number): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: chats }, async (_, chat) => {
      while ((left -= 1) >= 0) await exchange(chat);
    }),
  );
}

async function openRaw(): Promise<Relay> {
  const child = spawn(process.execPath, [new URL('raw-relay.mjs', import.meta.url).pathname]);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const open = async (chat: number): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port).trim()}/${chat}`);
    await once(socket, 'open');
    return socket;
  };
  const pairs: [WebSocket, WebSocket][] = [];
  for (let chat = 0; chat < chats; chat += 1) pairs.push([await open(chat), await open(chat)]);
  return {
    processId: child.pid!,
    async exchange(chat) {
      const [from, to] = pairs[chat]!;
      const done = Promise.all([once(from, 'message'), once(to, 'message')]);
      from.send(
        JSON.stringify({ type: 'message', clientToken: 't', contentType: 'text/plain', content: text }),
      );
      await done;
    },
    async close() {
      pairs.flat().forEach((socket) => socket.terminate());
      child.kill('SIGKILL');
    },
  };
}

async function openService(): Promise<Relay> {
  const service = await createService({ LOG_LEVEL: 'error' });
  await service.start();
  const { body } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  const heard = new Map<string, () => void>();
  const agents = Math.ceil(chats / 50);
  const sockets: WebSocket[] = [];
  const joined: Promise<void>[] = [];
  for (let agent = 0; agent < agents; agent += 1) {
    const socket = await openAgent(service, `agent${agent}`);
    sockets.push(socket);
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as {
        type: string;
        contactId: string;
        contact?: { contactId: string };
      };
      if (frame.type === 'offer')
        socket.send(JSON.stringify({ type: 'accept', contactId: frame.contact!.contactId }));
      const contactId = frame.type === 'contact' ? frame.contact!.contactId : frame.contactId;
      if (frame.type === 'item' || frame.type === 'contact') heard.get(contactId)?.();
    });
  }
  const customers: { socket: WebSocket; contactId: string }[] = [];
  for (let chat = 0; chat < chats; chat += 1) {
    const socket = new WebSocket(`${service.url.replace('http', 'ws')}/widgets/${body[0]!.widgetId}/socket`, {
      headers: { origin: service.url },
    });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'start', clientToken: `chat ${chat}`.padEnd(40, '.') }));
    const contactId = await new Promise<string>((resolve) =>
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as { type: string; contactId: string };
        if (frame.type === 'started') resolve(frame.contactId);
      }),
    );
    joined.push(new Promise((resolve) => heard.set(contactId, resolve)));
    customers.push({ socket, contactId });
    sockets.push(socket);
  }
  await Promise.all(joined);
  let sent = 0;
  const acknowledged = new Map<string, () => void>();
  for (const { socket } of customers)
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as { type: string; clientToken: string };
      if (frame.type === 'ack') acknowledged.get(frame.clientToken)?.();
    });
  return {
    processId: service.processId()!,
    async exchange(chat) {
      const { socket, contactId } = customers[chat]!;
      const clientToken = `t${(sent += 1)}`;
      const done = Promise.all([
        new Promise<void>((resolve) => acknowledged.set(clientToken, resolve)),
        new Promise<void>((resolve) => heard.set(contactId, resolve)),
      ]);
      socket.send(JSON.stringify({ type: 'message', clientToken, contentType: 'text/plain', content: text }));
      await done;
      acknowledged.delete(clientToken);
    },
    async close() {
      sockets.forEach((socket) => socket.terminate());
      await service.stop('SIGKILL');
    },
  };
}

async function openAgent(service: ServiceProcess, username: string): Promise<WebSocket> {
  await createAgent(service, username, 50);
  const { url } = service;
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password: 'correct horse battery' }),
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/agent/socket`, {
    headers: { origin: url, cookie },
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', after: {}, status: 'AVAILABLE' }));
  return socket;
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
const figures: { raw: number[]; service: number[]; rate: number[] } = { raw: [], service: [], rate: [] };
for (let round = 0; round < rounds; round += 1) {
  const raw = await openRaw();
  figures.raw.push((await measure(raw)).cpu);
  await raw.close();
  const service = await openService();
  const { cpu, rate } = await measure(service);
  figures.service.push(cpu);
  figures.rate.push(rate);
  await service.close();
}
const [raw, service] = [median(figures.raw), median(figures.service)];
console.log(`${chats} chats, ${messages} messages, median of ${rounds} rounds`);
console.log(`raw ws   ${raw.toFixed(1)} µs a message`);
console.log(
  `service  ${service.toFixed(1)} µs a message, ${Math.round(median(figures.rate))} messages a second`,
);
console.log(`ratio    ${(service / raw).toFixed(2)}`);
process.exit(0);
