import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toPageTitle } from '../../../../console/agent/state/page-title.js';
import { chat, item, offer } from '../../../support/console/agent-fixtures.js';

const title = suite('the page title of the console');
title('is its name while nothing waits', () => {
  assert.is(toPageTitle([], []), 'Agent console');
  assert.is(toPageTitle([chat(1)], []), 'Agent console');
});
title('counts unread messages of all chats, and offers', () => {
  const chats = [chat(1, [item(1, 'a'), item(2, 'b')]), chat(2, [item(1, 'c')])];
  assert.is(toPageTitle(chats, []), '(3) Agent console');
  assert.is(toPageTitle(chats, [offer(3), offer(4)]), '(5) Agent console');
});
title.run();
