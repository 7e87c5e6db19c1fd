import type { ConnectChatWidget } from '../connect-chat-widget.js';
import type { AmazonCall } from '../embed/amazon-calls.js';
import { addAliases } from './aliases.js';
import { tellHandlers } from './callbacks.js';
import { customProperties, typefaceSheet } from './custom-styles.js';
import { mergeCustomizations, fromCustomizationObject, fromDisplayNames } from './customization.js';

/** The calls of Amazon Connect's snippet that need the loaded element. */
const calls: Record<string, (widget: ConnectChatWidget, value: unknown) => void> = {
  customStyles(widget, value) {
    for (const [name, text] of customProperties(value))
      widget.style.setProperty(`--connect-chat-${name}`, text);
    const sheet = typefaceSheet(value);
    if (sheet === undefined) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    document.head.append(link);
  },
  customDisplayNames(widget, value) {
    widget.customization = mergeCustomizations(widget.customization, fromDisplayNames(value));
  },
  customizationObject(widget, value) {
    widget.customization = mergeCustomizations(widget.customization, fromCustomizationObject(value));
  },
  registerCallback: (widget, value) => tellHandlers(widget, value ?? {}),
  contactMetadataHandler(widget, value) {
    widget.addEventListener('connect-chat-start', ({ detail }) =>
      (value as (metadata: { chatContactId: string }) => void)({ chatContactId: detail.contactId }),
    );
  },
  enableLogs(widget, value) {
    if (value !== true) return;
    for (const what of ['ready', 'open', 'close', 'start', 'connection', 'unread', 'end', 'error'])
      widget.addEventListener(`connect-chat-${what}`, (event) =>
        // What a page's developer has asked to see.
        // eslint-disable-next-line no-console
        console.info('Connect Chat:', event.type, (event as CustomEvent).detail),
      );
  },
};

/** Executes the snippet's calls; returns the function for later ones. */
export function takeCalls(
  widget: ConnectChatWidget,
  waiting: readonly AmazonCall[],
): (call: AmazonCall) => void {
  const take = ([name, value]: AmazonCall): void => {
    if (Object.prototype.hasOwnProperty.call(calls, name)) calls[name]!(widget, value);
  };
  addAliases(widget);
  waiting.forEach(take);
  return take;
}
