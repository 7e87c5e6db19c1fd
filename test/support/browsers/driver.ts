// Why: the same journey runs in browsers that no single library supports. Extend with a file for each
// browser.

/** The actions of a person on a browser's only window, and queries of its page. */
export interface Driver {
  /** The browser's own name and version. */
  readonly version: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Goes one page back; the page may come from the back/forward cache. */
  back(): Promise<void>;
  /**
   * Evaluates an expression in the page, and awaits a promise. Returns what JSON can represent; rejects if
   * the page changes.
   */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks at a place in the window, in CSS pixels. */
  click(place: { x: number; y: number }): Promise<void>;
  /** Types into the focused element, key by key. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The keys of a journey besides letters, with the values of WebDriver. */
export const enterKey = '\uE007';

/** Input in the common format of WebDriver and WebDriver BiDi: https://www.w3.org/TR/webdriver2/#actions */
export const clickActions = ({ x, y }: { x: number; y: number }) => [
  {
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

export const typeActions = (text: string) => [
  {
    type: 'key',
    id: 'keyboard',
    actions: [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  },
];

/**
 * Evaluates an expression to a JSON text, because browsers' protocols differ in how they represent values.
 */
export const asJson = (expression: string): string =>
  `Promise.resolve(${expression}).then((value) => JSON.stringify(value === undefined ? null : value))`;
