/** A complete widget for tests of the admin pages. Pass the members that a test is about. */
import { checkWidget } from '../../../shared/widget-input.js';
import type { Widget } from '../../../shared/widget-config.js';

export const sampleWidget = (changes: Partial<Widget> = {}): Widget => ({
  ...checkWidget({ name: 'Shop', domains: ['https://shop.example'] }).widget!,
  ...changes,
});
