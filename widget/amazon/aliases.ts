import type { ConnectChatWidget } from '../connect-chat-widget.js';
import { mergeCustomizations } from './customization.js';

/**
 * Adds the elements that scripts of a page look for by Amazon Connect's names. They are children of the element,
 * which its shadow root does not show, because it has no slot. The frame is empty; its window has the two functions
 * that pages call.
 */
export function addAliases(element: ConnectChatWidget): void {
  if (element.querySelector('#amazon-connect-widget-frame')) return;
  const close = document.createElement('button');
  close.id = 'amazon-connect-close-widget-button';
  close.addEventListener('click', () => void element.hide());
  const frame = document.createElement('div');
  frame.id = 'amazon-connect-widget-frame';
  const showing = (): void => void frame.classList.toggle('show', element.open);
  element.addEventListener('connect-chat-open', showing);
  element.addEventListener('connect-chat-close', showing);
  showing();
  const inner = document.createElement('iframe');
  inner.id = 'amazon-connect-chat-widget-iframe';
  frame.append(inner);
  element.append(close, frame);
  Object.assign(inner.contentWindow ?? {}, {
    connect: {
      ChatSession: { disconnect: () => element.endChat() },
      ChatInterface: {
        hideComposer(hides: boolean): void {
          element.customization = mergeCustomizations(element.customization, {
            features: { composer: !hides },
          });
        },
      },
    },
  });
}
