// Why: the same journey is walked in browsers that no one library drives. Extend with a file for each browser.

/** What a person does with a browser's only window, and what can be asked of its page. */
export interface Driver {
  /** As the browser names itself, with its version. */
  readonly version: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Goes one page back; the page that comes may be the old one, as it was. */
  back(): Promise<void>;
  /** Runs an expression in the page; a promise of it is waited for. Gives what JSON can say; rejects where the page changes. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses the main button of the mouse at a place of the window, in CSS pixels. */
  click(place: { x: number; y: number }): Promise<void>;
  /** Types into what has the focus, key by key. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The keys that a journey presses besides letters; their values are those of WebDriver. */
export const enterKey = '\uE007';

/** Input as WebDriver and WebDriver BiDi describe it alike: https://www.w3.org/TR/webdriver2/#actions */
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

/** Runs an expression, so that what comes of it is always a text: what a browser's own protocol makes of values differs. */
export const asJson = (expression: string): string =>
  `Promise.resolve(${expression}).then((value) => JSON.stringify(value === undefined ? null : value))`;
