import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ShownTyping } from '../../../../console/agent/session/shown-typing.js';
import { createTestEnvironment } from '../../../support/client/test-environment.js';

function open() {
  const environment = createTestEnvironment();
  const shown = new Map<string, string | undefined>();
  const typing = new ShownTyping(environment, (contactId, name) => void shown.set(contactId, name));
  return { environment, typing, shown };
}

const typing = suite('who is typing');
typing('is shown for six seconds after a frame', () => {
  const { environment, typing, shown } = open();
  typing.show('c1', 'Nina');
  environment.pass(5_999);
  assert.is(shown.get('c1'), 'Nina');
  environment.pass(1);
  assert.is(shown.get('c1'), undefined);
});
typing('is shown for longer when another frame follows', () => {
  const { environment, typing, shown } = open();
  typing.show('c1', 'Nina');
  environment.pass(4_000);
  typing.show('c1', 'Nina');
  environment.pass(4_000);
  assert.is(shown.get('c1'), 'Nina');
});
typing('is shown for each chat on its own', () => {
  const { environment, typing, shown } = open();
  typing.show('c1', 'Nina');
  environment.pass(3_000);
  typing.show('c2', 'Omar');
  environment.pass(3_000);
  assert.equal([shown.get('c1'), shown.get('c2')], [undefined, 'Omar']);
});
typing('ends at once when a chat is forgotten, or the connection is lost', () => {
  const { environment, typing, shown } = open();
  typing.show('c1', 'Nina');
  typing.show('c2', 'Omar');
  typing.show('c3', 'Pia');
  typing.forget('c1');
  assert.equal([...shown.values()], [undefined, 'Omar', 'Pia']);
  typing.clear();
  assert.equal([...shown.values()], [undefined, undefined, undefined]);
  shown.clear();
  environment.pass(60_000);
  assert.is(shown.size, 0, 'no timer is left');
});
typing.run();
