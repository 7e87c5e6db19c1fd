import type { PageChat } from './subject.js';

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

export interface Probe {
  /** Finds an element in nested shadow roots, with one selector for each. */
  inside(...selectors: string[]): Element | null;
  /** Milliseconds from the last press or key to the paint in which this text is the newest item. */
  untilShown(text: string): Promise<number>;
  /** Milliseconds from the last press to the paint in which the composer is ready for input. */
  untilWritable(): Promise<number>;
  untilReady(): Promise<void>;
  /** Milliseconds from each key press to the next paint. */
  keys: number[];
  /** Lengths in milliseconds of tasks longer than 50, since the list was emptied. */
  longTasks: number[];
  /** The sum of all layout shifts that the visitor did not cause (Layout Instability, §2.4). */
  shift: number;
}

declare global {
  interface Window {
    chat: PageChat;
    probe: Probe;
  }
}

/** Runs in the page, before the page's own scripts. */
export function placeProbe(): void {
  let pressedAt = 0;
  // Prerendered elements aren't visible before the press.
  const isVisible = (element: Element): boolean =>
    pressedAt > 0 && getComputedStyle(element).visibility === 'visible';
  const probe: Probe = {
    inside: (...selectors) =>
      selectors.reduce<Element | null>((found, selector, index) => {
        const root = index === 0 ? document : (found?.shadowRoot ?? found);
        return root?.querySelector(selector) ?? null;
      }, null),
    async untilShown(text) {
      await until(() => {
        const last = window.chat.last();
        if (!last?.textContent?.includes(text) || !isVisible(last)) return false;
        const { bottom, height } = last.getBoundingClientRect();
        return height > 0 && bottom <= innerHeight;
      });
      return performance.now() - pressedAt;
    },
    async untilWritable() {
      await until(() => {
        const composer = window.chat.composer();
        if (!composer || (composer as HTMLInputElement).disabled) return false;
        return composer.offsetHeight > 0 && isVisible(composer);
      });
      return performance.now() - pressedAt;
    },
    untilReady: () => until(() => document.readyState === 'complete' && window.chat.isReady()),
    keys: [],
    longTasks: [],
    shift: 0,
  };
  window.probe = probe;
  addEventListener('click', (event) => (pressedAt = event.timeStamp), true);
  addEventListener(
    'keydown',
    ({ timeStamp }) => void painted().then(() => probe.keys.push(performance.now() - timeStamp)),
    true,
  );
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => probe.longTasks.push(duration)),
  ).observe({ type: 'longtask' });
  new PerformanceObserver((list) =>
    (list.getEntries() as LayoutShift[]).forEach(({ value, hadRecentInput }) => {
      if (!hadRecentInput) probe.shift += value;
    }),
  ).observe({ type: 'layout-shift', buffered: true });

  /**
   * Resolves after the next paint: a message posted in an animation frame arrives after that frame is drawn.
   */
  function painted(): Promise<void> {
    return new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
  }

  /** Checks once per frame. Resolves after the paint of the frame in which the condition holds. */
  async function until(isTrue: () => boolean): Promise<void> {
    for (;;) {
      let isNow = false;
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          isNow = isTrue();
          resolve();
        }),
      );
      if (!isNow) continue;
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
      return;
    }
  }
}
