// What genuine people notice while others attack. Usage: npm run bench:hostile -- load
import { measureLoad } from './load.js';

const parts = process.argv.slice(2);
if (parts.some((part) => part !== 'load'))
  throw new Error(`There is one part, load; not ${parts.join(' ')}.`);
const { figures, outcome } = await measureLoad();
for (const { name, value, under, unit } of figures)
  console.log(
    `${value < under ? 'ok  ' : 'MISS'} ${name}: ${value.toFixed(1)} ${unit} (under ${under.toFixed(1)})`,
  );
for (const [attack, results] of Object.entries(outcome))
  console.log(
    `     ${attack}: ${Object.entries(results)
      .map(([result, count]) => `${count} × ${result}`)
      .join(', ')}`,
  );
process.exit(figures.every(({ value, under }) => value < under) ? 0 : 1);
