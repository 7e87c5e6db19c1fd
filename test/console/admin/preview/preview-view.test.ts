import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isPreviewView, previewReady } from '../../../../console/admin/preview/preview-view.js';

const views = suite('isPreviewView');
views('accepts a view', () => assert.ok(isPreviewView({ configuration: {}, texts: {}, state: 'open' })));
views('ignores messages that others post to the frame', () => {
  for (const data of [null, undefined, previewReady, 7, {}, [], { configuration: {} }, '{"topic":"axe"}'])
    assert.not(isPreviewView(data), JSON.stringify(data));
});
views.run();
