// Draws a bar chart of the last run's processor time per message, for docs/reference/performance.md.
// Usage: node --import tsx bench/relay/chart.ts [chats]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Bar {
  subject: string;
  median: number;
  figure: string;
}

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const chats = process.argv[2] ?? '100';
const { readings } = JSON.parse(readFileSync(pathOf('../results/relay.json'), 'utf8')) as { readings: Bar[] };
const bars = readings.filter(({ figure }) => figure === `processor a message, ${chats} chats`);
if (bars.length === 0) throw new Error(`The last run has not measured ${chats} chats.`);

const [rowHeight, labels, width] = [30, 150, 640];
const most = Math.max(...bars.map(({ median }) => median));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rows = bars.map(({ subject, median }, index) => {
  const y = 40 + index * rowHeight;
  const length = Math.round(((width - labels - 110) * median) / most);
  const text = `${median.toFixed(1)} µs (${(median / bars[0]!.median).toFixed(2)})`;
  return [
    `<text x="${labels - 8}" y="${y + 15}" text-anchor="end">${escaped(subject)}</text>`,
    `<rect x="${labels}" y="${y}" width="${length}" height="20" rx="3" fill="${subject === 'Connect Chat' ? '#0b5fff' : '#8a94a6'}"/>`,
    `<text x="${labels + length + 8}" y="${y + 15}">${text}</text>`,
  ].join('\n');
});
const height = 50 + bars.length * rowHeight;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1b1f24">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="12" y="22" font-weight="600">The server's processor for each message, ${chats} chats</text>
${rows.join('\n')}
</svg>
`;
writeFileSync(pathOf('../../docs/images/relay.svg'), svg);
