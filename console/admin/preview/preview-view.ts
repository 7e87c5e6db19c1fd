import type { VisitorTexts } from '../../../shared/visitor-texts/visitor-texts.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';

/** The moments of a widget's life that a preview shows. */
export const previewStates = [
  'closed',
  'questions',
  'away',
  'open',
  'chat',
  'nobody',
  'ended',
  'error',
] as const;
export type PreviewState = (typeof previewStates)[number];

/** What a preview shows; goes from the page of the administrator to the page inside its frame. */
export interface PreviewView {
  /** In the language of the preview. */
  configuration: WidgetConfiguration;
  /** What the panel and the default flow say in that language. */
  texts: VisitorTexts;
  state: PreviewState;
  scheme: 'light' | 'dark';
  /** The page's; `auto` is that of the language. */
  direction: 'auto' | 'ltr' | 'rtl';
  /** BCP 47; the widget's own if empty. */
  language: string;
}

/** Said by the page inside the frame once it listens. */
export const previewReady = 'connect-chat-preview-ready';

/** Whether a message is such a view: extensions and tools post messages of their own to every frame. */
export const isPreviewView = (data: unknown): data is PreviewView =>
  typeof data === 'object' && data !== null && 'configuration' in data && 'state' in data;
