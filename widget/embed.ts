import { readKeptChat } from '../client/kept-chat.js';
import { createAmazonCalls, type AmazonCall } from './embed/amazon-calls.js';
import { loadConfiguration } from './configuration.js';
import { drawStandIn } from './embed/stand-in.js';

/**
 * The classic script of the snippet (Amazon Connect Administrator Guide, "Add a chat user interface to your website"):
 * puts the widget onto the page, and does what the `amazon_connect` calls say. The element's own code is fetched once
 * the visitor shows the wish to talk.
 */
interface AmazonConnect {
  (...call: AmazonCall): void;
  ac?: ArrayLike<unknown>[];
}

const page = window as unknown as { amazon_connect?: AmazonConnect };
// While a classic script first runs it is the current one; the snippet names the widget by the script's id.
const script = document.currentScript as HTMLScriptElement;
const { origin: serviceUrl } = new URL(script.src);
const widgetId = script.id;
const load = (): Promise<unknown> => import(/* @vite-ignore */ `${serviceUrl}/connect-chat-widget.js`);

function place(): HTMLElement {
  const widgets = Array.from(document.querySelectorAll('connect-chat-widget'));
  const known = widgets.find((one) => one.getAttribute('widget-id') === widgetId);
  if (known) return known;
  const element = document.createElement('connect-chat-widget');
  element.setAttribute('widget-id', widgetId);
  element.setAttribute('service-url', serviceUrl);
  // Code that is there already draws its own launcher; a kept chat needs the code at once.
  if (customElements.get('connect-chat-widget')) return element;
  if (readKeptChat({ serviceUrl, widgetId })) void load();
  else
    loadConfiguration({ serviceUrl, widgetId })
      // Code that came meanwhile draws a launcher of its own, and tells the page's developer what is wrong.
      .then((configuration) => element.shadowRoot ?? drawStandIn(element, load, configuration))
      .catch(load);
  return element;
}

const element = place();
const call = createAmazonCalls(element);
for (const waiting of Array.from(page.amazon_connect?.ac ?? [])) call(...(Array.from(waiting) as AmazonCall));
page.amazon_connect = call;
if (!element.isConnected) {
  const append = (): void => void document.body.append(element);
  if (document.body) append();
  else addEventListener('DOMContentLoaded', append);
}
