import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { testFiles } from '../../scripts/test-files.mjs';

const { node, browser } = testFiles();
const files = suite('testFiles');
files('lists each file once', () => {
  const all = [...node, ...browser];
  assert.is(new Set(all).size, all.length);
});
files('runs tests of browser code in a browser, unless they import uvu', () => {
  assert.ok(browser.includes('test/widget/elements/panel/panel.test.ts'));
  assert.ok(node.includes('test/widget/conversation/count-unread.test.ts'));
});
files('runs all others in Node', () => {
  assert.ok(node.includes('test/service/settings.test.ts'));
  assert.equal(
    browser.filter((file) => !/^test\/(?:client|widget|console)\//.test(file)),
    [],
  );
});
files.run();
