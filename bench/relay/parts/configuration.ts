import { fileURLToPath } from 'node:url';
import type { Part } from '../figures.js';
import { getAgainAndAgain } from '../lean-requests.js';
import { startPinned } from '../pinned-process.js';
import { adminToken, createConnectChat } from '../subjects/connect-chat.js';

const rawServer = fileURLToPath(new URL('../servers/raw-http.ts', import.meta.url));

/**
 * Requests per second for a widget's public configuration, which every page with a widget loads, by a
 * registered website.
 */
export const measureConfiguration: Part = async (bench) => {
  const service = await createConnectChat({ dist: bench.dist, agents: 1, chatsAnAgent: 1 }).start();
  const path = `/widgets/${service.widgetId}/configuration`;
  const headers = { origin: 'https://shop.example' };
  await fetch(`${service.origin}/api/widgets/${service.widgetId}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ domains: [headers.origin] }),
  });
  const body = await (await fetch(`http://127.0.0.1:${service.port}${path}`, { headers })).text();
  const [raw, line] = await startPinned({
    words: ['--import', 'tsx', rawServer, body],
    isReady: (text) => text.startsWith('port '),
  });
  const servers = [
    { name: 'raw node:http', port: Number(line.split(' ')[1]), process: raw },
    { name: 'Connect Chat', port: service.port, process: service.process },
  ];
  for (let round = 0; round <= bench.rounds; round += 1)
    for (const { name, port, process } of servers) {
      const before = process.processorTime();
      const asked = { port, path, headers, connections: 50, milliseconds: bench.milliseconds };
      const { rate, answered } = await getAgainAndAgain(asked);
      const processor = (process.processorTime() - before) / answered;
      // The first round warms up both.
      if (round === 0) continue;
      bench.say(`configuration: ${name} ${Math.round(rate)}/s, ${processor.toFixed(1)} µs each`);
      bench.note('GET of a configuration', name, { value: rate, unit: '/s' });
      bench.note('processor a GET', name, { value: processor, unit: 'µs' });
    }
  for (const { process } of servers) await process.kill();
  await service.forget();
};
