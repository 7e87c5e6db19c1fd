// How soon all visitors are back after a kill: each has a chat, and all reconnect at once by themselves.
// Usage: node --import tsx bench/reconnect.ts [visitors]
import type { ChatSession } from '../client/chat-session.js';
import { createVisitor, until } from '../test/support/programs.js';
import { createService } from '../test/support/service-process.js';
import { withoutLimits } from './without-limits.js';

const visitors = Number(process.argv[2] ?? 5_000);
const kills = 3;
const atOnce = 100;

const service = await createService({ ...withoutLimits, LOG_LEVEL: 'error' });
await service.start();
const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
const sessions: ChatSession[] = [];
while (sessions.length < visitors) {
  const next = Array.from({ length: atOnce }, () => createVisitor(service, widgets[0]!.widgetId, 'Cleo'));
  await Promise.all(next.map(async (session) => [await session.start(), await session.send('hello')]));
  sessions.push(...next);
}
let live = sessions.length;
let changed = (): void => undefined;
for (const session of sessions) {
  let wasLive = true;
  session.on('state', (state) => {
    if ((state === 'live') === wasLive) return;
    wasLive = state === 'live';
    live += wasLive ? 1 : -1;
    changed();
  });
}
for (let kill = 0; kill < kills; kill += 1) {
  await service.stop('SIGKILL');
  const from = performance.now();
  await service.start();
  const serving = performance.now();
  await until(
    () => live === sessions.length,
    (change) => {
      changed = change;
      return () => undefined;
    },
  );
  const back = performance.now();
  console.log(
    `${visitors} visitors: all live ${Math.round(back - serving)} ms after "serves on", ${Math.round(back - from)} ms after the kill`,
  );
}
process.exit(0);
