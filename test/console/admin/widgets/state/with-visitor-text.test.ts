import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withVisitorText } from '../../../../../console/admin/widgets/state/with-visitor-text.js';

const title = (tag: 'de' | 'fr', text: string) => ({ tag, name: 'title' as const, text });

const setting = suite('a text for visitors of one language');
setting('is added beside the texts of other languages', () => {
  const before = { de: { title: 'Hallo', welcome: 'Willkommen' } };
  assert.equal(withVisitorText(before, title('fr', 'Bonjour')), { ...before, fr: { title: 'Bonjour' } });
});
setting('replaces the one before, and leaves what was given unchanged', () => {
  const before = { de: { title: 'Hallo', welcome: 'Willkommen' } };
  assert.equal(withVisitorText(before, title('de', 'Guten Tag')).de, {
    title: 'Guten Tag',
    welcome: 'Willkommen',
  });
  assert.is(before.de.title, 'Hallo');
});
setting('is removed when it is emptied, and the language with its last text', () => {
  const before = { de: { title: 'Hallo', welcome: 'Willkommen' }, fr: { title: 'Bonjour' } };
  assert.equal(withVisitorText(before, title('de', '')).de, { welcome: 'Willkommen' });
  assert.equal(Object.keys(withVisitorText(before, title('fr', ''))), ['de']);
});
setting('is removed where it never was', () => {
  assert.equal(withVisitorText({}, title('de', '')), {});
});
setting.run();
