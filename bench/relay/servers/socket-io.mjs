// A socket.io server as its guide shows it: a room for each chat, and an acknowledgement for the sender.
// Nothing is stored.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { Server } = createRequire(new URL('../peers/package.json', import.meta.url))('socket.io');
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });

io.on('connection', (socket) => {
  socket.join(socket.handshake.query.rooms.split(','));
  const { room } = socket.handshake.query;
  if (room === undefined) return;
  socket.on('message', (message, acknowledge) => {
    socket.to(room).emit('message', message);
    acknowledge({ ok: true });
  });
});
http.listen(0, '127.0.0.1', () => console.log(`port ${http.address().port}`));
