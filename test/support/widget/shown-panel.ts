/**
 * Why: several tests open a widget of their own service and look into its panel. Extend with what else they look for.
 */
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import '../../../widget/define.js';
import type { Panel } from '../../../widget/elements/panel/panel.js';
import { fakeConfiguration, type FakeChat } from './fake-chat.js';
import { waitUntil } from '../wait-until.js';

/** Opens a widget with this configuration. */
export async function openWidget(
  chat: FakeChat,
  serviceUrl: string,
  configuration: Partial<WidgetConfiguration>,
): Promise<ConnectChatWidget> {
  chat.answer(200, { ...fakeConfiguration, ...configuration });
  const widget = await fixture<ConnectChatWidget>(
    html`<connect-chat-widget widget-id="w1" service-url=${serviceUrl}></connect-chat-widget>`,
  );
  if (!widget.configuration) await oneEvent(widget, 'connect-chat-ready');
  await widget.show();
  return widget;
}

/** The shadow root of the panel. */
export const panelOf = (widget: ConnectChatWidget): ShadowRoot =>
  widget.shadowRoot!.querySelector<Panel>('connect-chat-panel')!.shadowRoot!;

/** Resolves with an element of the panel when it is rendered. */
export async function found<Found extends Element>(
  widget: ConnectChatWidget,
  selector: string,
): Promise<Found> {
  await waitUntil(() => panelOf(widget).querySelector(selector), selector);
  return panelOf(widget).querySelector<Found>(selector)!;
}

/** Removes everything that the browser stores about the chat. */
export function forgetChat(chat: FakeChat, serviceUrl: string): void {
  chat.restore();
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (key.includes(serviceUrl)) storage.removeItem(key);
}
