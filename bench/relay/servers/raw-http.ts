// The baseline for REST: bare node:http, which answers every request with the same text.
import { createServer } from 'node:http';

const [, , body] = process.argv;
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body!),
};
const server = createServer((_request, response) => void response.writeHead(200, headers).end(body));
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as { port: number }).port}`));
