import type { Widget } from '../../../../shared/widget-config.js';

/** A saved version of a widget, as the REST API returns it. */
export interface WidgetVersion {
  version: number;
  savedAt: string;
  savedBy: string | null;
  widget: Widget;
}
