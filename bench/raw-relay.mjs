// The yardstick: two sockets a chat, nothing checked, nothing stored. Prints its port.
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const waiting = new Map();
server.on('connection', (socket, request) => {
  const chat = request.url;
  const other = waiting.get(chat);
  if (!other) return void waiting.set(chat, socket);
  for (const [from, to] of [
    [socket, other],
    [other, socket],
  ])
    from.on('message', (data) => {
      to.send(data, { binary: false });
      from.send('{"type":"ack"}');
    });
});
server.on('listening', () => console.log(server.address().port));
