import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMetrics } from '../../../service/metrics/metrics.js';

const metrics = suite('createMetrics');
metrics('counts commits by their duration in seconds and by what shared them', async () => {
  const { committed, text } = createMetrics();
  committed(3, 4);
  committed(40, 30);
  const { text: found, contentType } = await text();
  assert.match(contentType, 'text/plain; version=0.0.4');
  assert.match(found, 'connect_chat_commit_seconds_bucket{le="0.005"} 1');
  assert.match(found, 'connect_chat_commit_seconds_count 2');
  assert.match(found, 'connect_chat_commit_writes_sum 43');
});
metrics('counts refusals by their reason, and shows those that never happened as 0', async () => {
  const { refused, text } = createMetrics();
  refused('token');
  const { text: found } = await text();
  assert.match(found, 'connect_chat_refusals_total{reason="token"} 1');
  assert.match(found, 'connect_chat_refusals_total{reason="origin"} 0');
});
metrics('reads a gauge each time, and drops values that are gone', async () => {
  const { gauge, text } = createMetrics();
  let states = ['waiting', 'ringing'];
  const read = () => states.map((state) => ({ value: 1, labels: { state } }));
  gauge({ name: 'contacts', help: 'Contacts.', labels: ['state'], read });
  assert.match((await text()).text, 'connect_chat_contacts{state="waiting"} 1');
  states = ['ringing'];
  assert.not.match((await text()).text, 'waiting');
});
metrics('are separate for each service of a process', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.hintRecovered();
  one.hintsInterrupted();
  assert.match((await one.text()).text, 'connect_chat_hints_recovered_total 1');
  assert.match((await one.text()).text, 'connect_chat_hint_interruptions_total 1');
  assert.match((await other.text()).text, 'connect_chat_hints_recovered_total 0');
});
metrics.run();
