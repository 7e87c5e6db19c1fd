import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { memberAt } from '../../../../../console/admin/widgets/state/member-at.js';

const widget = {
  theme: { openIcon: { color: '#fff' } },
  domains: ['https://a.example', 'https://b.example'],
};

const member = suite('the value at a pointer');
member('is found at any depth, in lists too', () => {
  assert.is(memberAt(widget, '/theme/openIcon/color'), '#fff');
  assert.is(memberAt(widget, '/domains/1'), 'https://b.example');
});
member('is the whole value for the empty pointer', () => {
  assert.is(memberAt(widget, ''), widget);
});
member('is undefined where there is none', () => {
  for (const pointer of ['/font', '/theme/closeIcon/color', '/domains/7'])
    assert.is(memberAt(widget, pointer), undefined, pointer);
});
member.run();
