import type { Widget } from '../../../../shared/widget-config.js';

/** A saved version of a widget, as REST gives it. */
export interface WidgetVersion {
  version: number;
  savedAt: string;
  savedBy: string | null;
  widget: Widget;
}
