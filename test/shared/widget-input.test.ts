import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { colourPointers, themeColours } from '../../shared/theme-colours.js';
import { checkWidget, mergePatch } from '../../shared/widget-input.js';

const problemsOf = (input: unknown): string[] => checkWidget(input).problems.map(({ pointer }) => pointer);
const themed = (theme: object) => problemsOf({ name: 'Shop', theme });

const check = suite('checkWidget');
check('needs only a name', () => {
  const { widget } = checkWidget({ name: 'Shop' });
  assert.equal([widget!.theme.launcherSize, widget!.texts.title, widget!.domains], [58, 'Chat with us', []]);
});
check('names every problem, and what the member accepts', () => {
  const { problems } = checkWidget({
    name: '',
    theme: { headerColor: 'red', openIcon: { color: 'x' }, launcherSize: 1000 },
    domains: ['https://a.example', 'shop.example', 'https://A.example'],
  });
  assert.equal(
    problems.map(({ code, pointer }) => `${code} ${pointer}`),
    [
      'REQUEST_INVALID /name',
      'REQUEST_INVALID /theme/headerColor',
      'REQUEST_INVALID /theme/launcherSize',
      'REQUEST_INVALID /theme/openIcon/color',
      'DOMAIN_INVALID /domains/1',
      'DOMAIN_DUPLICATE /domains/2',
    ],
  );
  for (const { message } of problems) assert.match(message, /^[A-Z].*[.?]$/);
});
for (const [what, theme, pointer] of [
  ['CSS in a font', { font: 'Arial; background: url(https://evil.example)' }, '/theme/font'],
  ['the end of a style element in a font', { font: '</style><script>' }, '/theme/font'],
  ['a font of 10,000 characters', { font: 'a'.repeat(10_000) }, '/theme/font'],
  ['a function as a colour', { headerColor: 'url(https://evil.example/x)' }, '/theme/headerColor'],
  ['an expression as a colour', { headerColor: '#fff;}' }, '/theme/headerColor'],
  ['a script as a logo', { logoUrl: 'javascript:alert(1)' }, '/theme/logoUrl'],
  ['a script in other letters as a logo', { logoUrl: ' JaVaScRiPt:alert(1)' }, '/theme/logoUrl'],
  ['data as a logo', { logoUrl: 'data:image/svg+xml,<svg onload=alert(1)>' }, '/theme/logoUrl'],
  ['a logo that ends an attribute', { logoUrl: 'https://a.example/"onerror="x' }, '/theme/logoUrl'],
  ['a logo of 10,000 characters', { logoUrl: `https://${'a'.repeat(10_000)}` }, '/theme/logoUrl'],
  ['a launcher label of 41 characters', { launcherLabel: 'a'.repeat(41) }, '/theme/launcherLabel'],
  ['an offset beyond 200 pixels', { launcherOffsetX: 201 }, '/theme/launcherOffsetX'],
  ['an offset below zero', { launcherOffsetY: -1 }, '/theme/launcherOffsetY'],
  ['half a pixel', { launcherOffsetY: 0.5 }, '/theme/launcherOffsetY'],
  ['an accent that is no colour', { accentColor: 'blue' }, '/theme/accentColor'],
  ['another corner', { launcherPosition: 'top' }, '/theme/launcherPosition'],
  ['a member that does not exist', { css: 'x' }, '/theme/css'],
] as const)
  check(`refuses ${what}`, () => assert.equal(themed(theme), [pointer]));
check('accepts an accent colour or none, and a launcher with a label and offsets', () => {
  assert.equal(themed({ accentColor: '#0a7f3f', launcherLabel: 'Ask us', launcherOffsetX: 0 }), []);
  assert.equal(themed({ accentColor: '' }), []);
  const { theme } = checkWidget({ name: 'Shop' }).widget!;
  const { accentColor, launcherLabel, launcherOffsetX, launcherOffsetY } = theme;
  assert.equal([accentColor, launcherLabel, launcherOffsetX, launcherOffsetY], ['', '', 20, 20]);
});
check('has each colour of the list in the schema, with its default', () => {
  const { widget } = checkWidget({ name: 'Shop' });
  for (const [name, value] of Object.entries(themeColours))
    assert.equal(widget!.theme[name as keyof typeof themeColours], value);
  assert.equal(colourPointers.slice(-2), ['/theme/closeIcon/backgroundColor', '/theme/closeIcon/color']);
});
check('accepts up to 50 websites', () => {
  const domains = Array.from({ length: 51 }, (_, index) => `https://shop${index}.example`);
  assert.equal(problemsOf({ name: 'Shop', domains: domains.slice(0, 50) }), []);
  assert.equal(problemsOf({ name: 'Shop', domains }), ['/domains']);
});
check('accepts fonts and logos as people write them', () => {
  assert.equal(themed({ font: '"Noto Sans JP", \'Open Sans\', ヒラギノ角ゴ, sans-serif' }), []);
  assert.equal(themed({ logoUrl: 'https://shop.example/logo.svg?v=2#top' }), []);
});
check('handles any input, and accepts its own results unchanged', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), theme: fc.jsonValue() })),
      (input) => {
        const { widget } = checkWidget(input);
        if (widget) assert.equal(checkWidget(widget).widget, widget);
      },
    ),
  );
});
check('requires a name and a label of a question, and fills in the rest', () => {
  const { widget } = checkWidget({
    name: 'Shop',
    preChat: [{ name: 'email', label: 'E-mail', type: 'email' }],
  });
  assert.equal(widget!.preChat, [
    { name: 'email', label: 'E-mail', type: 'email', required: false, options: [], link: '' },
  ]);
});
check('names what is wrong with a question', () => {
  const preChat = (...questions: object[]) => problemsOf({ name: 'Shop', preChat: questions });
  const good = { name: 'a', label: 'A' };
  assert.equal(preChat({ label: 'A' }), ['/preChat/0/name']);
  assert.equal(preChat({ ...good, name: 'é' }), ['/preChat/0/name']);
  assert.equal(preChat({ ...good, name: '__proto__' }), ['/preChat/0/name']);
  assert.equal(preChat({ ...good, type: 'date' }), ['/preChat/0/type']);
  assert.equal(preChat({ ...good, link: 'javascript:alert(1)' }), ['/preChat/0/link']);
  assert.equal(preChat(good, good), ['/preChat/1/name']);
  assert.equal(preChat({ ...good, type: 'select' }), ['/preChat/0/options']);
  assert.equal(preChat({ ...good, type: 'select', options: ['A', ''] }), ['/preChat/0/options/1']);
  assert.equal(preChat({ ...good, colour: 'red' }), ['/preChat/0/colour']);
  assert.equal(preChat(...Array.from({ length: 11 }, (_, index) => ({ ...good, name: `n${index}` }))), [
    '/preChat',
  ]);
});
check('accepts labels by their names, and no others', () => {
  const labelled = (labels: object) => problemsOf({ name: 'Shop', texts: { labels } });
  assert.equal(labelled({ placeholder: 'Ask away', isTyping: '{name} writes' }), []);
  assert.equal(labelled({ placeholder: '' }), ['/texts/labels/placeholder']);
  assert.equal(labelled({ plaeholder: 'x' }), ['/texts/labels/plaeholder']);
});
check('has no survey and takes no offline messages by default', () => {
  const { widget } = checkWidget({ name: 'Shop' });
  assert.equal(widget!.survey, { kind: 'OFF', question: '', comment: true });
  assert.equal(widget!.away, { whenClosed: 'CHAT', whenNobodyAvailable: 'CHAT', queueId: 'default' });
  const given = checkWidget({
    name: 'Shop',
    survey: { kind: 'THUMBS' },
    away: { whenClosed: 'LEAVE_MESSAGE' },
  });
  assert.equal(given.widget!.survey, { kind: 'THUMBS', question: '', comment: true });
  assert.is(given.widget!.away.whenClosed, 'LEAVE_MESSAGE');
});
check('names what is wrong with a survey, and with offline messages', () => {
  const problems = (change: object) => problemsOf({ name: 'Shop', ...change });
  assert.equal(problems({ survey: { kind: 'SMILEYS' } }), ['/survey/kind']);
  assert.equal(problems({ survey: { question: 'x'.repeat(257) } }), ['/survey/question']);
  assert.equal(problems({ survey: { comment: 'yes' } }), ['/survey/comment']);
  assert.equal(problems({ survey: { points: 5 } }), ['/survey/points']);
  assert.equal(problems({ away: { whenClosed: 'HANG_UP' } }), ['/away/whenClosed']);
  assert.equal(problems({ away: { queueId: '' } }), ['/away/queueId']);
});
check.run();

const merge = suite('mergePatch');
merge('sets, replaces and removes members at every depth', () => {
  const target = { name: 'a', texts: { title: 'T', welcome: 'W' }, domains: ['x'] };
  const patch = { texts: { title: 'U', welcome: null }, domains: ['y', 'z'] };
  assert.equal(mergePatch(target, patch), { name: 'a', texts: { title: 'U' }, domains: ['y', 'z'] });
});
merge('changes no prototype, and the member is refused by name', () => {
  const patch = JSON.parse('{"__proto__": {"polluted": true}}') as object;
  assert.equal(problemsOf(mergePatch({ name: 'a' }, patch)), ['/__proto__']);
  assert.is(({} as { polluted?: boolean }).polluted, undefined);
});
merge.run();
