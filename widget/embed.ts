import { isKept, keyOf } from '../client/kept-chat.js';
import { createAmazonCalls, type AmazonCall, type AmazonCalls } from './embed/amazon-calls.js';
import { loadConfiguration } from './configuration/load-configuration.js';
import type * as Widget from './define.js';
import { drawStandIn } from './embed/stand-in.js';
import { wasOpen } from './page/was-open.js';

/**
 * The classic script of the snippet (Amazon Connect Administrator Guide, "Add a chat user interface to your
 * website"): adds the widget to the page, and executes the `amazon_connect` calls. It loads the element's code when
 * the visitor is likely to chat.
 */
type AmazonConnect = AmazonCalls & { ac?: ArrayLike<unknown>[] };
type WidgetModule = typeof Widget;

const page = window as unknown as { amazon_connect?: AmazonConnect };
// `currentScript` is set while a classic script runs. The snippet sets the script's id to the widget's.
const script = document.currentScript as HTMLScriptElement;
const { origin: serviceUrl } = new URL(script.src);
const widgetId = script.id;
let loading: Promise<unknown> | undefined;

/** Loads the element's code, which then takes the waiting calls. */
function load(): Promise<unknown> {
  loading ??= import(/* @vite-ignore */ `${serviceUrl}/connect-chat-widget.js`)
    .then((module: WidgetModule) => module.takeAmazonCalls())
    .then(({ takeCalls }) => call.handOver((waiting) => takeCalls(element, waiting)))
    .catch((reason: unknown) => {
      loading = undefined;
      throw reason;
    });
  return loading;
}

function launch(): void {
  element.setAttribute('open', '');
  load().catch(() => undefined);
}

function place(): HTMLElement {
  const widgets = Array.from(document.querySelectorAll('connect-chat-widget'));
  const known = widgets.find((one) => one.getAttribute('widget-id') === widgetId);
  if (known) return known;
  const placed = document.createElement('connect-chat-widget');
  placed.setAttribute('widget-id', widgetId);
  placed.setAttribute('service-url', serviceUrl);
  // Pages with their own button click this one to open the chat.
  const opener = document.createElement('button');
  opener.id = 'amazon-connect-open-widget-button';
  opener.addEventListener('click', () => launch());
  placed.append(opener);
  return placed;
}

/** Draws the launcher, unless the element's code is loaded or needed at once, and draws its own. */
function draw(): void {
  const address = { serviceUrl, widgetId };
  const isKnown = isKept(() => localStorage, keyOf(address)) || wasOpen(address);
  if (isKnown || customElements.get('connect-chat-widget')) return void load().catch(() => undefined);
  if (element.hasAttribute('hide-launcher')) return;
  loadConfiguration(address, element.getAttribute('language') ?? undefined)
    // Code that was loaded meanwhile has drawn the launcher, and reports errors to developers.
    .then((configuration) => element.shadowRoot ?? drawStandIn(element, load, configuration))
    .catch(load);
}

const element = place() as InstanceType<WidgetModule['ConnectChatWidget']>;
const isNew = !element.isConnected;
const call = createAmazonCalls(element, launch);
for (const waiting of Array.from(page.amazon_connect?.ac ?? [])) call(...(Array.from(waiting) as AmazonCall));
page.amazon_connect = call;
if (isNew) {
  draw();
  const append = (): void => void document.body.append(element);
  if (document.body) append();
  else addEventListener('DOMContentLoaded', append);
} else if (customElements.get('connect-chat-widget')) load().catch(() => undefined);
