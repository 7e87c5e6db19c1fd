import type { ConnectChatWidget } from '../connect-chat-widget.js';

/** One call of the snippet: a name and its value. */
export type AmazonCall = [name: string, value: unknown];

/** Asks the page for a text with a callback, as Amazon Connect's snippet does. */
type Asked = (callback: (text: string) => void) => void;
interface IconStyle {
  color?: string;
  backgroundColor?: string;
}
interface LaunchBehavior {
  skipIconButtonAndAutoLaunch?: boolean;
  alwaysHideWidgetButton?: boolean;
  programmaticLaunch?: (launch: () => void) => void;
}
interface StartedElsewhere {
  startChatResult: { ParticipantToken: string };
}

/** Executes what needs no loaded element at once; other calls wait for the element's code. */
export interface AmazonCalls {
  (...call: AmazonCall): void;
  /** Hands the waiting calls and later ones to a function. */
  handOver(take: (waiting: AmazonCall[]) => (call: AmazonCall) => void): void;
}

/** Executes the snippet's calls on the element, which need not be defined yet. `launch` opens the panel. */
export function createAmazonCalls(element: HTMLElement, launch: () => void): AmazonCalls {
  const widget = element as ConnectChatWidget;
  const waiting: AmazonCall[] = [];
  let take = (call: AmazonCall): void => void waiting.push(call);
  const ask = (value: unknown) => () => new Promise<string>((resolve) => (value as Asked)(resolve));
  const setIcon = (name: string, style: IconStyle = {}): void => {
    for (const [member, value] of [
      ['color', style.color],
      ['background-color', style.backgroundColor],
    ])
      if (value !== undefined) element.style.setProperty(`--connect-chat-${name}-icon-${member}`, value);
  };
  const calls: Record<string, (value: never) => void> = {
    // The script's id and address replace Amazon Connect's encoded snippet id.
    snippetId: () => undefined,
    styles({ openChat, closeChat }: Record<'openChat' | 'closeChat', IconStyle | undefined>) {
      setIcon('open', openChat);
      setIcon('close', closeChat);
    },
    customLaunchBehavior(behavior: LaunchBehavior) {
      const { skipIconButtonAndAutoLaunch: isAuto, alwaysHideWidgetButton, programmaticLaunch } = behavior;
      if (isAuto || alwaysHideWidgetButton) {
        element.setAttribute('hide-launcher', '');
        element.shadowRoot?.querySelector('[data-stand-in]')?.remove();
      }
      if (isAuto) launch();
      programmaticLaunch?.(launch);
    },
    // Amazon Connect writes `pt_BR`, BCP 47 `pt-BR`.
    language: (value: string) => element.setAttribute('language', value.replace('_', '-')),
    authenticate: (value) => (widget.authenticate = ask(value)),
    customerDisplayName: (value) => (widget.customerName = ask(value)),
    // Flows read them as `$.Attributes.HostedWidget-…`: the service adds the prefix.
    contactAttributes: (value) => (widget.contactAttributes = value),
    supportedMessagingContentTypes: (value) => (widget.supportedMessagingContentTypes = value),
    initialMessage: (value) => (widget.initialMessage = value),
    chatDurationInMinutes: (value) => (widget.chatDurationInMinutes = value),
    customStartChat: (value: (callback: (started: StartedElsewhere) => void) => void) =>
      (widget.startElsewhere = () =>
        new Promise((resolve) =>
          value(({ startChatResult: { ParticipantToken } }) => resolve(ParticipantToken)),
        )),
    // Lit sets it on style elements, in browsers without constructable style sheets.
    nonce: (value) => Object.assign(window, { litNonce: value }),
  };

  const call = ((name: string, value: unknown) => {
    if (Object.prototype.hasOwnProperty.call(calls, name)) calls[name]!(value as never);
    else take([name, value]);
  }) as AmazonCalls;
  call.handOver = (taken) => void (take = taken(waiting));
  return call;
}
