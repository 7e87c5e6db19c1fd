/**
 * Why: what a visitor reads and presses does not depend on which element renders it. A visitor finds texts and
 * controls by their names, through all shadow roots of the widget. Extend with what else visitors do.
 */
import { fixture, html, oneEvent } from '@open-wc/testing';
import { createPageStore } from '../../../client/page-store.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import type { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import '../../../widget/define.js';
import { createFakeChat, fakeConfiguration, type FakeChat } from './fake-chat.js';
import { waitUntil } from '../wait-until.js';

export interface Visitor {
  readonly chat: FakeChat;
  readonly widget: ConnectChatWidget;
  /** All visible text, and text for screen readers. */
  text(): string;
  /** Waits until a text is there. */
  reads(text: string | RegExp): Promise<void>;
  /** Waits until a text is gone. */
  readsNoMore(text: string | RegExp): Promise<void>;
  /** The button or field of this name, if there is one. */
  find(name: string): HTMLElement | undefined;
  /** Waits for the button or field of this name. */
  finds(name: string): Promise<HTMLElement>;
  /** Presses the button of this name when it is there. */
  press(name: string): Promise<void>;
  /** Replaces the text in the field of this name. */
  types(text: string, name?: string): Promise<void>;
  /** Presses a key on the focused element. */
  key(key: string): Promise<void>;
  /** The name of the focused element; empty if nothing in the widget has the focus. */
  focus(): string;
  /** Waits for pending updates and messages. */
  settled(): Promise<void>;
}

const storages = [localStorage, sessionStorage];
/** A limit for tests that hang: a busy machine must not reach it. */
const until = (isSo: () => boolean, what: string): Promise<void> => waitUntil(isSo, what);

/** A page with a widget of its own service; `leave` removes everything of it. */
export function createSite(serviceUrl: string) {
  const chat = createFakeChat(serviceUrl);
  // Only one of a browser's pages is in the foreground.
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  return {
    chat,
    /** The storage keys of the widget. */
    kept: (): string[] =>
      storages.flatMap((storage) => Object.keys(storage).filter((key) => key.includes(serviceUrl))),
    async visit(change: Partial<ConnectChatWidget> = {}, configuration: Partial<WidgetConfiguration> = {}) {
      chat.answer(200, { ...fakeConfiguration, ...configuration });
      const widget = await fixture<ConnectChatWidget>(
        html`<connect-chat-widget
          widget-id="w1"
          service-url=${serviceUrl}
          mode=${change.mode ?? 'floating'}
        ></connect-chat-widget>`,
      );
      Object.assign(widget, change);
      if (!widget.configuration) await oneEvent(widget, 'connect-chat-ready');
      await widget.updateComplete;
      return createVisitor(chat, widget);
    },
    async leave(): Promise<void> {
      chat.restore();
      await createPageStore({ serviceUrl, widgetId: 'w1' }).clear();
      for (const storage of storages)
        for (const key of Object.keys(storage)) if (key.includes(serviceUrl)) storage.removeItem(key);
    },
  };
}

/** Opens a chat: the visitor has the panel open and is connected. */
export async function openChat(
  site: ReturnType<typeof createSite>,
  ...page: Parameters<ReturnType<typeof createSite>['visit']>
): Promise<Visitor> {
  const visitor = await site.visit(...page);
  await visitor.widget.show();
  await site.chat.started();
  await visitor.finds('Message');
  await visitor.readsNoMore('Connecting…');
  return visitor;
}

function createVisitor(chat: FakeChat, widget: ConnectChatWidget): Visitor {
  const text = (): string => readable(widget).replace(/\s+/g, ' ').trim();
  const has = (wanted: string | RegExp): boolean =>
    typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
  const find = (name: string): HTMLElement | undefined =>
    controls(widget).find((control) => nameOf(control) === name);
  const visitor: Visitor = {
    chat,
    widget,
    text,
    find,
    reads: (wanted) => until(() => has(wanted), `“${wanted}” can be read`),
    readsNoMore: (wanted) => until(() => !has(wanted), `“${wanted}” can be read no more`),
    async finds(name) {
      await until(() => find(name) !== undefined, `there is “${name}”`);
      return find(name)!;
    },
    async press(name) {
      (await visitor.finds(name)).click();
      await visitor.settled();
    },
    async types(words, name = 'Message') {
      const field = (await visitor.finds(name)) as HTMLTextAreaElement;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await visitor.settled();
    },
    async key(key) {
      const target = focused(widget) ?? widget;
      const happening = { key, bubbles: true, composed: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent('keydown', happening));
      await visitor.settled();
    },
    focus: () => nameOf(focused(widget)),
    async settled() {
      await new Promise((resolve) => setTimeout(resolve));
      await widget.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
  return visitor;
}

/** The rendered children of a node: of its shadow root, if it has one. */
const inside = (node: Node): Node[] => {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  return [...((node instanceof Element && node.shadowRoot) || node).childNodes];
};

const isHidden = (node: Node): boolean => {
  if (!(node instanceof Element)) return false;
  if (/^(STYLE|SCRIPT)$/.test(node.tagName)) return true;
  const { display, visibility } = getComputedStyle(node);
  return display === 'none' || visibility === 'hidden';
};

function readable(node: Node): string {
  if (node instanceof Text) return node.data;
  if (isHidden(node)) return '';
  return inside(node).map(readable).join(' ');
}

function controls(node: Node): HTMLElement[] {
  if (isHidden(node)) return [];
  const own = node instanceof HTMLElement && node.matches('button, textarea, input, select, a[href]');
  return [...(own ? [node] : []), ...inside(node).flatMap(controls)];
}

function nameOf(element: Element | null | undefined): string {
  if (!element) return '';
  const label = element.getAttribute('aria-label');
  const labels = (element as HTMLInputElement).labels;
  const words = label ?? (labels?.length ? labels[0]!.textContent : element.textContent);
  return words.replace(/\s+/g, ' ').trim();
}

function focused(widget: Element): Element | null {
  let found = document.activeElement === widget ? widget : null;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === widget ? null : found;
}
