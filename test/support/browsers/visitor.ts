// Why: a visitor sees and clicks the same in every browser. Extend with what they look for.
import { enterKey, type Driver } from './driver.js';

/** Time limit in milliseconds for anything awaited. */
const waitsFor = 90_000;

/** A search for elements of a kind, by their accessible name or a part of their text. */
interface Sought {
  selector: string;
  name?: string;
  text?: string;
}

/**
 * Runs in the page, and searches open shadow roots. Returns the centre of the first match that is visible,
 * doesn't move and isn't covered. Waits a second for it while frames are drawn, then returns null.
 */
const look = (sought: Sought, isGone: boolean): string => `(async () => {
  const sought = ${JSON.stringify(sought)};
  const every = (root) => Array.from(root.querySelectorAll('*')).flatMap((element) =>
    element.shadowRoot ? [element, ...every(element.shadowRoot)] : [element]);
  const nameOf = (element) => element.getAttribute('aria-label') || element.textContent.trim();
  const isSeen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const matches = (element) => element.matches(sought.selector) && isSeen(element) &&
    (sought.name === undefined || nameOf(element) === sought.name) &&
    (sought.text === undefined || element.textContent.includes(sought.text));
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const deepest = ({ x, y }) => {
    let found = document.elementFromPoint(x, y);
    while (found && found.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  };
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = performance.now() + 1000;
  do {
    const found = every(document).find(matches);
    if (${isGone}) {
      if (!found) return true;
    } else if (found) {
      const place = middle(found);
      await drawn();
      const next = middle(found);
      const hit = deepest(next);
      if (place.x === next.x && place.y === next.y && hit && (found.contains(hit) || hit.contains(found))) return next;
    }
    await drawn();
  } while (performance.now() < until);
  return null;
})()`;

/** Runs in the page: the visible text, with open shadow roots, one piece per line. */
const read = `(() => {
  const texts = (root) => Array.from(root.childNodes).flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? [node.data.trim()] : [];
    if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return [];
    const isHidden = node.getClientRects && node.getClientRects().length === 0 && getComputedStyle(node).display === 'none';
    return isHidden ? [] : [...(node.shadowRoot ? texts(node.shadowRoot) : []), ...texts(node)];
  });
  return [location.href, document.readyState, innerWidth + ' x ' + innerHeight, document.visibilityState,
    ...texts(document.body)].join('\\n  ');
})()`;

/** A visitor who uses a browser. */
export class Visitor {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  async press(name: string): Promise<void> {
    await this.#driver.click(await this.#find({ selector: 'button', name }));
  }

  /** Clicks the button with this name within an element, because another may have the same name. */
  async pressIn(within: string, name: string): Promise<void> {
    await this.#driver.click(await this.#find({ selector: `${within} button`, name }));
  }

  /** Focuses the composer, types and presses Enter. */
  async say(text: string): Promise<void> {
    await this.#driver.click(await this.#find({ selector: 'textarea', name: 'Message' }));
    await this.#driver.type(text + enterKey);
  }

  /** Waits until the transcript shows a message. */
  async hear(text: string): Promise<void> {
    await this.#find({ selector: '.bubble', text });
  }

  /** Waits until a text is shown outside of the transcript. */
  async see(text: string, selector = 'p'): Promise<void> {
    await this.#find({ selector, text });
  }

  /** Waits until a text is no longer shown. */
  async seeNoMore(text: string, selector = 'p'): Promise<void> {
    await this.#wait(look({ selector, text }, true), `"${text}" to be gone`);
  }

  /** The messages in the transcript, in order. */
  async transcript(): Promise<string[]> {
    const expression = `(() => {
      const every = (root) => Array.from(root.querySelectorAll('*')).flatMap((element) =>
        element.shadowRoot ? [element, ...every(element.shadowRoot)] : [element]);
      return every(document).filter((element) => element.matches('.bubble')).map((element) => element.textContent.trim());
    })()`;
    return (await this.#driver.evaluate(expression)) as string[];
  }

  async #find(sought: Sought): Promise<{ x: number; y: number }> {
    return (await this.#wait(look(sought, false), JSON.stringify(sought))) as { x: number; y: number };
  }

  async #wait(expression: string, what: string): Promise<unknown> {
    const until = Date.now() + waitsFor;
    let problem: unknown = '';
    while (Date.now() < until) {
      const found = await this.#driver.evaluate(expression).catch((error: unknown) => void (problem = error));
      if (found) return found;
    }
    const shown = await this.#driver.evaluate(read).catch(String);
    throw new Error(
      `${this.#driver.version}: timed out waiting for ${what}. ${String(problem)}\nThe page:\n  ${String(shown)}`,
    );
  }
}
