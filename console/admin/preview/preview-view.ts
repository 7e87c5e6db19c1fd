import type { VisitorTexts } from '../../../shared/visitor-texts/visitor-texts.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';

/** The states of a widget that the preview can show. */
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

/** What the preview shows; sent from the administrator's page to the page in the frame. */
export interface PreviewView {
  /** In the language of the preview. */
  configuration: WidgetConfiguration;
  /** The texts of the panel and of the default flow, in that language. */
  texts: VisitorTexts;
  state: PreviewState;
  scheme: 'light' | 'dark';
  /** The direction of the page; `auto` is that of the language. */
  direction: 'auto' | 'ltr' | 'rtl';
  /** A BCP 47 tag; empty for the widget's own language. */
  language: string;
}

/** Posted by the page in the frame once it listens. */
export const previewReady = 'connect-chat-preview-ready';

/** Whether a message is a view. Browser extensions and tools post messages of their own to every frame. */
export const isPreviewView = (data: unknown): data is PreviewView =>
  typeof data === 'object' && data !== null && 'configuration' in data && 'state' in data;
