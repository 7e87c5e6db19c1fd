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
  it('do not change the given widgets', () => {
    changed({ '/texts/title': 'Other' });
    expect(base).to.deep.equal(sampleWidget());
  });
});

describe('merging the user’s changes into someone else’s', () => {
  it('keeps both changes of different members', () => {
    const { widget, theirs, conflicts } = mergeWidgets(
      base,
      changed({ '/texts/title': 'Mine' }),
      changed({ '/theme/headerColor': '#222222' }),
    );
    expect([widget.texts.title, widget.theme.headerColor]).to.deep.equal(['Mine', '#222222']);
    expect(theirs.map(({ pointer }) => pointer)).to.deep.equal(['/theme/headerColor']);
    expect(conflicts).to.deep.equal([]);
  });
  it('reports a member that both changed, with both values', () => {
    const { widget, conflicts } = mergeWidgets(
      base,
      changed({ '/texts/title': 'Mine' }),
      changed({ '/texts/title': 'Theirs' }),
    );
    expect(widget.texts.title).to.equal('Mine');
    expect(conflicts).to.deep.equal([{ pointer: '/texts/title', before: 'Theirs', after: 'Mine' }]);
  });
  it('reports no conflict if both set the same value', () => {
    const same = changed({ '/texts/title': 'Same' });
    expect(mergeWidgets(base, same, same).conflicts).to.deep.equal([]);
  });
});
