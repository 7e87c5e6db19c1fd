import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import { textOf, type Subject } from './subject.js';

export interface BenchServer {
  /** The origin of the website with the chats. */
  origin: string;
  /** The address of a subject's page with this many items. */
  address(subject: Subject, items: number | 'snippet'): string;
  /** The same page without a chat. */
  bareAddress: string;
  /**
   * The same page without a chat, but with a button that appears once a small file has loaded, and that shows
   * a field.
   */
  floorAddress: string;
  /** The subjects that have pages. */
  subjects: Subject[];
  /** Sends a text to the pages that listen at `/feed`. */
  feed(text: string): void;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/**
 * A website with one page for each subject and number of items, the peers' files, and the backends that the
 * peers need.
 */
export async function openServer(packages: string): Promise<BenchServer> {
  const server = createServer((request, response) => {
    answer(request).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  const sockets = new WebSocketServer({ server, path: '/feed' });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  const origin = `http://shop.localhost:${port}`;
  const bench: BenchServer = {
    origin,
    bareAddress: `${origin}/bare`,
    floorAddress: `${origin}/floor`,
    subjects: [],
    address: ({ name }, items) => `${origin}/chat/${encodeURIComponent(name)}/${items}`,
    feed: (text) => sockets.clients.forEach((socket) => socket.send(text)),
    close: () =>
      new Promise((resolve) => {
        sockets.clients.forEach((socket) => socket.terminate());
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return bench;

  async function answer(request: IncomingMessage): Promise<{ type: string; body: string | Buffer }> {
    const { pathname } = new URL(request.url!, origin);
    const [, folder, name, items] = pathname.split('/').map(decodeURIComponent);
    if (folder === 'peers') {
      const path = normalize(pathname.slice('/peers/'.length));
      return { type: types[extname(path)] ?? 'text/plain', body: await readFile(join(packages, path)) };
    }
    if (folder === 'webhook') return { type: 'application/json', body: await answerWebhook(request, name!) };
    if (folder === 'floor') return { type: 'text/html; charset=utf-8', body: page(floor) };
    if (folder === 'floor.json') return { type: 'application/json', body: '{"label":"Chat"}' };
    if (folder === 'bare') return { type: 'text/html; charset=utf-8', body: page('') };
    const subject = bench.subjects.find((each) => each.name === name);
    if (folder !== 'chat' || !subject) throw new Error(`There is no ${pathname}.`);
    const body = items === 'snippet' ? subject.snippet!() : subject.body(Number(items));
    return { type: 'text/html; charset=utf-8', body: page(body) };
  }
}

/** The answer of an n8n workflow with a chat trigger: the session so far, or one message. */
async function answerWebhook(request: IncomingMessage, items: string): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  if ((JSON.parse(text) as { action: string }).action === 'sendMessage')
    return JSON.stringify({ output: 'Of course.' });
  const data = Array.from({ length: Number(items) }, (_, index) => ({
    id: ['langchain_core', 'messages', index % 2 === 0 ? 'HumanMessage' : 'AIMessage'],
    kwargs: { content: textOf(index + 1) },
  }));
  return JSON.stringify({ data });
}

/** The minimum of a page with a configured launcher and a field behind it. */
const floor = `<script>
  fetch('/floor.json').then((answer) => answer.json()).then(({ label }) => {
    const button = document.createElement('button');
    const field = document.createElement('textarea');
    button.textContent = label;
    field.hidden = true;
    button.onclick = () => ((field.hidden = false), field.focus());
    document.body.prepend(button, field);
    window.chat = { launcher: () => button, composer: () => field };
  });
</script>`;

const paragraph =
  '<p>Baked at four, on the shelf at seven, usually gone by noon. Ask us to keep one for you.</p>';

const page = (body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>The Corner Bakery</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <h1>Bread worth getting up for</h1>
    ${paragraph.repeat(30)}
    ${body}
  </body>
</html>
`;
