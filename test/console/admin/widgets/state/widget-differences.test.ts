import { expect } from '@open-wc/testing';
import {
  differences,
  mergeWidgets,
  withMember,
} from '../../../../../console/admin/widgets/state/widget-differences.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const base = sampleWidget();
const changed = (changes: Record<string, unknown>) =>
  Object.entries(changes).reduce((widget, [pointer, value]) => withMember(widget, pointer, value), base);

describe('differences of two widgets', () => {
  it('are named by pointer, lists as a whole', () => {
    const after = changed({ '/theme/openIcon/color': '#111111', '/domains': ['https://a.example'] });
    expect(differences(base, after)).to.deep.equal([
      { pointer: '/domains', before: base.domains, after: ['https://a.example'] },
      { pointer: '/theme/openIcon/color', before: base.theme.openIcon.color, after: '#111111' },
    ]);
    expect(differences(base, sampleWidget())).to.deep.equal([]);
  });
  it('leave what was given as it was', () => {
    changed({ '/texts/title': 'Other' });
    expect(base).to.deep.equal(sampleWidget());
  });
});

describe('merging one’s own changes upon somebody else’s', () => {
  it('keeps both where they are about different members', () => {
    const { widget, theirs, conflicts } = mergeWidgets(
      base,
      changed({ '/texts/title': 'Mine' }),
      changed({ '/theme/headerColor': '#222222' }),
    );
    expect([widget.texts.title, widget.theme.headerColor]).to.deep.equal(['Mine', '#222222']);
    expect(theirs.map(({ pointer }) => pointer)).to.deep.equal(['/theme/headerColor']);
    expect(conflicts).to.deep.equal([]);
  });
  it('says where both changed the same member, with both values', () => {
    const { widget, conflicts } = mergeWidgets(
      base,
      changed({ '/texts/title': 'Mine' }),
      changed({ '/texts/title': 'Theirs' }),
    );
    expect(widget.texts.title).to.equal('Mine');
    expect(conflicts).to.deep.equal([{ pointer: '/texts/title', before: 'Theirs', after: 'Mine' }]);
  });
  it('is no conflict where both said the same', () => {
    const same = changed({ '/texts/title': 'Same' });
    expect(mergeWidgets(base, same, same).conflicts).to.deep.equal([]);
  });
});
