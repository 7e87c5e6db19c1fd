import type { WidgetConfiguration } from '../../../shared/widget-config.js';

/** The moments of a widget's life that a preview shows. */
export const previewStates = ['closed', 'open', 'chat', 'nobody', 'error'] as const;
export type PreviewState = (typeof previewStates)[number];

/** What a preview shows; goes from the page of the administrator to the page inside its frame. */
export interface PreviewView {
  configuration: WidgetConfiguration;
  state: PreviewState;
  scheme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
}

/** Said by the page inside the frame once it listens. */
export const previewReady = 'connect-chat-preview-ready';
