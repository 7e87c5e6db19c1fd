import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manifestFiles } from '../../scripts/manifest.mjs';

const manifest = suite("the element's manifest");
const files = await manifestFiles();

manifest('is up to date (npm run manifest writes it)', () => {
  for (const [name, text] of Object.entries(files))
    assert.is(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'), text, name);
});
manifest('lists everything that pages may use, and nothing else', () => {
  interface Named {
    name: string;
    description?: string;
  }
  const { modules } = JSON.parse(files['custom-elements.json']) as {
    modules: { declarations: Record<'attributes' | 'members' | 'events' | 'cssParts', Named[]>[] }[];
  };
  const [element] = modules[0]!.declarations;
  const names = (list: Named[]) => list.map(({ name }) => name);
  assert.equal(names(element!.attributes), [
    'widget-id',
    'service-url',
    'language',
    'mode',
    'open',
    'customer-name',
    'initial-message',
    'chat-duration-in-minutes',
    'hide-launcher',
  ]);
  const methods = ['show', 'hide', 'toggle', 'startChat', 'send', 'prefill', 'endChat', 'reset'];
  for (const name of [...methods, 'authenticate', 'contactAttributes', 'customerName', 'customization'])
    assert.ok(names(element!.members).includes(name), name);
  for (const name of ['prepare', 'conversation', 'load'])
    assert.not.ok(names(element!.members).includes(name), name);
  assert.is(element!.events.length, 10);
  for (const each of element!.events) assert.ok(each.description, each.name);
});
manifest.run();
