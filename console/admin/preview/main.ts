import { isPreviewView, previewReady } from './preview-view.js';
import { PreviewWidget } from './preview-widget.js';

customElements.define('connect-chat-preview-widget', PreviewWidget);

let widget: PreviewWidget | undefined;

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (origin !== location.origin || source !== parent || !isPreviewView(data)) return;
  const { documentElement: page } = document;
  page.dir = data.direction === 'auto' ? '' : data.direction;
  page.lang = data.language || data.configuration.language;
  page.dataset.scheme = data.scheme;
  if (!widget) {
    widget = new PreviewWidget();
    widget.configuration = data.configuration;
    document.body.append(widget);
  }
  void widget.view(data);
});
parent.postMessage(previewReady, location.origin);
