/**
 * A widget as REST returns it, for tests of the admin pages, with all members. Pass what the test is about.
 */
import { checkWidget } from '../../../shared/widget-input.js';
import type { Widget } from '../../../shared/widget-config.js';

export const sampleWidget = (changes: Partial<Widget> = {}): Widget => ({
  ...checkWidget({ name: 'Shop', domains: ['https://shop.example'] }).widget!,
  ...changes,
});
