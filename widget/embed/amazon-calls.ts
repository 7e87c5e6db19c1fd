import type { ConnectChatWidget } from '../connect-chat-widget.js';

/** One call of the snippet: a name and its value. */
export type AmazonCall = [name: string, value: unknown];

/** Asks the page for a text by its callback, as Amazon Connect's snippet does. */
type Asked = (callback: (text: string) => void) => void;
interface IconStyle {
  color?: string;
  backgroundColor?: string;
}

/** Calls of Amazon Connect's snippet that do nothing here yet. */
const unsupported =
  'initialMessage chatDurationInMinutes language customLaunchBehavior customStyles customDisplayNames customizationObject registerCallback contactMetadataHandler customStartChat customerChatInterfaceUrl authenticationParameters updateSandboxAttributes removeSandboxAttribute nonce enableLogs disableCSM disableAsyncViewResponse mockLexBotTyping'.split(
    ' ',
  );

/** Does what the snippet's calls say to the element, which need not be defined yet. */
export function createAmazonCalls(element: HTMLElement): (...call: AmazonCall) => void {
  const widget = element as ConnectChatWidget;
  const warned = new Set<string>();
  const ask = (value: unknown) => () => new Promise<string>((resolve) => (value as Asked)(resolve));
  const setIcon = (name: string, style: IconStyle = {}): void => {
    const set = (member: string, value?: string): void =>
      value === undefined
        ? undefined
        : element.style.setProperty(`--connect-chat-${name}-icon-${member}`, value);
    set('color', style.color);
    set('background-color', style.backgroundColor);
  };
  const calls: Record<string, (value: unknown) => void> = {
    // The script's id and address say everything that Amazon Connect's blob says.
    snippetId: () => undefined,
    styles: (value) => {
      const { openChat, closeChat } = value as { openChat?: IconStyle; closeChat?: IconStyle };
      setIcon('open', openChat);
      setIcon('close', closeChat);
    },
    authenticate: (value) => (widget.authenticate = ask(value)),
    customerDisplayName: (value) => (widget.customerName = ask(value)),
    // Flows know them as `$.Attributes.HostedWidget-…`: the service puts that before what a page says.
    contactAttributes: (value) => (widget.contactAttributes = value as Record<string, string>),
    supportedMessagingContentTypes: (value) => (widget.supportedMessagingContentTypes = value as string[]),
  };

  return (name, value) => {
    if (Object.prototype.hasOwnProperty.call(calls, name)) return calls[name]!(value);
    if (unsupported.indexOf(name) < 0 || warned.has(name)) return;
    warned.add(name);
    console.warn(`Connect Chat: amazon_connect('${name}', …) does nothing yet.`);
  };
}
