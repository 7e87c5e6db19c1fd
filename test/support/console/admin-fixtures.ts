/** A widget as REST gives it, for tests of the admin pages: every member present; name what a test is about. */
import { checkWidget } from '../../../shared/widget-input.js';
import type { Widget } from '../../../shared/widget-config.js';

export const sampleWidget = (changes: Partial<Widget> = {}): Widget => ({
  ...checkWidget({ name: 'Shop', domains: ['https://shop.example'] }).widget!,
  ...changes,
});
