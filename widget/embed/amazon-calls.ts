import type { ConnectChatWidget } from '../connect-chat-widget.js';

/** One call of the snippet: a name and its value. */
export type AmazonCall = [name: string, value: unknown];

/** Asks the page for a text by its callback, as Amazon Connect's snippet does. */
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

/** What the calls do to the element at once, before its code is there; the others wait for that. */
export interface AmazonCalls {
  (...call: AmazonCall): void;
  /** Takes the calls that wait, and those to come. */
  handOver(take: (waiting: AmazonCall[]) => (call: AmazonCall) => void): void;
}

/** Does what the snippet's calls say to the element, which need not be defined yet. `launch` opens the panel. */
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
    // The script's id and address say everything that Amazon Connect's blob says.
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
    // `pt_BR` there, `pt-BR` in every other place (BCP 47).
    language: (value: string) => element.setAttribute('language', value.replace('_', '-')),
    authenticate: (value) => (widget.authenticate = ask(value)),
    customerDisplayName: (value) => (widget.customerName = ask(value)),
    // Flows know them as `$.Attributes.HostedWidget-…`: the service puts that before what a page says.
    contactAttributes: (value) => (widget.contactAttributes = value),
    supportedMessagingContentTypes: (value) => (widget.supportedMessagingContentTypes = value),
    initialMessage: (value) => (widget.initialMessage = value),
    chatDurationInMinutes: (value) => (widget.chatDurationInMinutes = value),
    customStartChat: (value: (callback: (started: StartedElsewhere) => void) => void) =>
      (widget.startElsewhere = () =>
        new Promise((resolve) =>
          value(({ startChatResult: { ParticipantToken } }) => resolve(ParticipantToken)),
        )),
    // Lit gives it to the style elements that it makes where a browser can't construct style sheets.
    nonce: (value) => Object.assign(window, { litNonce: value }),
  };

  const call = ((name: string, value: unknown) => {
    if (Object.prototype.hasOwnProperty.call(calls, name)) calls[name]!(value as never);
    else take([name, value]);
  }) as AmazonCalls;
  call.handOver = (taken) => void (take = taken(waiting));
  return call;
}
