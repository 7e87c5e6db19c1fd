import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createDeparture } from '../../service/departure.js';

const departures = suite('createDeparture');
departures('tells every part, and waits for all of them, also if one fails', async () => {
  const departure = createDeparture();
  const told: string[] = [];
  departure.on((milliseconds) => void told.push(`first ${milliseconds}`));
  departure.on(() => Promise.reject(new Error('broken')));
  departure.on(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    told.push('last');
  });
  assert.not(departure.hasBegun);
  const begun = departure.begin(500);
  assert.ok(departure.hasBegun);
  await begun;
  assert.equal(told, ['first 500', 'last']);
});
departures.run();
