import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tryAddress } from '../../../../console/admin/state/try-address.js';

const address = suite('the address of the sample page');
address('names the widget', () => {
  const { pathname, searchParams } = new URL(tryAddress('w1'), 'https://chat.example');
  assert.equal([pathname, searchParams.get('widget-id')], ['/demo/', 'w1']);
});
address('carries any widget id unchanged', () => {
  for (const id of ['a b', 'x&y=1', '#', 'ü'])
    assert.is(new URL(tryAddress(id), 'https://chat.example').searchParams.get('widget-id'), id);
});
address.run();
