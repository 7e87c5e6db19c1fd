import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toWidgetConfiguration } from '../../shared/to-widget-configuration.js';
import { sparseThemeDefaults } from '../../shared/widget-config.js';
import { checkWidget } from '../../shared/widget-input.js';

const themeOf = (theme: object) =>
  toWidgetConfiguration('w1', checkWidget({ name: 'Shop', theme }).widget!).theme;

const convert = suite('toWidgetConfiguration');
convert('excludes the name and the websites', () => {
  const { widget } = checkWidget({ name: 'Secret', domains: ['https://shop.example'] });
  const text = JSON.stringify(toWidgetConfiguration('w1', widget!));
  assert.not.match(text, /Secret|shop\.example/);
});
convert(
  "includes the accent colour and the launcher's label and offsets only if they differ from the defaults",
  () => {
    const { theme } = checkWidget({ name: 'Shop' }).widget!;
    for (const [name, value] of Object.entries(sparseThemeDefaults)) {
      assert.not.ok(name in themeOf({}), name);
      assert.is(theme[name as keyof typeof sparseThemeDefaults], value);
    }
    const { accentColor, launcherLabel, launcherOffsetX, launcherOffsetY } = themeOf({
      accentColor: '#0a7f3f',
      launcherLabel: 'Ask us',
      launcherOffsetX: 0,
      launcherOffsetY: 90,
    });
    assert.equal(
      [accentColor, launcherLabel, launcherOffsetX, launcherOffsetY],
      ['#0a7f3f', 'Ask us', 0, 90],
    );
  },
);
convert('includes long messages only if they are allowed', () => {
  const featuresOf = (features: object) =>
    toWidgetConfiguration('w1', checkWidget({ name: 'Shop', features }).widget!).features;
  assert.not.ok('longMessages' in featuresOf({}));
  assert.is(featuresOf({ longMessages: true }).longMessages, true);
});
convert('includes that opening the panel starts the chat only if it does', () => {
  const configure = (change: object) =>
    toWidgetConfiguration('w1', checkWidget({ name: 'Shop', ...change }).widget!);
  assert.not.ok('startOn' in configure({}));
  assert.is(configure({ startOn: 'open' }).startOn, 'open');
});
convert("names the launcher in the page's language unless the widget names it", () => {
  const { widget } = checkWidget({ name: 'Shop' });
  assert.is(toWidgetConfiguration('w1', widget!, 'de').texts.launcher, 'Chat starten');
  const named = { ...widget!, texts: { ...widget!.texts, launcher: 'Ask' } };
  assert.is(toWidgetConfiguration('w1', named, 'de').texts.launcher, 'Ask');
});
convert("contains the panel's texts in the page's language, and in no other", () => {
  const { widget } = checkWidget({ name: 'Shop', texts: { byLanguage: { de: { title: 'Schnack' } } } });
  const { title, welcome, ...others } = toWidgetConfiguration('w1', widget!, 'de').texts;
  assert.equal([title, welcome], ['Schnack', 'Hallo! Wie können wir helfen?']);
  assert.equal(Object.keys(others), ['launcher', 'labels']);
});
convert.run();
