/** The limit of a figure: at most `value`, or at most `ofBestPeer` times the best peer's value. */
export interface Bound {
  value?: number;
  ofBestPeer?: number;
}

export interface Figure {
  /** The title in the printed results. */
  title: string;
  unit: string;
  digits: number;
  must?: Bound;
  aim?: Bound;
}

/** One subject's results of one round, by figure; a sentence if there is no number. */
export type Answers = Partial<Record<FigureName, number | string>>;
export type FigureName = keyof typeof figures;

const brotli = { unit: 'KB', digits: 1 };
const time = { unit: 'ms', digits: 0 };
const fine = { unit: 'ms', digits: 2 };
const heap = { unit: 'MB', digits: 1 };
const count = { unit: '', digits: 0 };

/**
 * All figures, in the order in which they are printed. All are of one machine with a fourfold slowed
 * processor.
 */
export const figures = {
  bytesSnippet: {
    title: 'fetched before intent, by the snippet (Brotli)',
    ...brotli,
    must: { value: 3 },
    aim: { value: 2 },
  },
  bytesBefore: {
    title: 'fetched before intent, by the tag (Brotli)',
    ...brotli,
    must: { value: 9 },
    aim: { value: 7 },
  },
  bytesBeforeGzip: { title: '… in gzip', ...brotli },
  bytesBeforeRaw: { title: '… not compressed', ...brotli },
  bytesTalking: {
    title: 'fetched once opened and talking (Brotli)',
    ...brotli,
    must: { value: 28 },
    aim: { value: 20 },
  },
  bytesTalkingGzip: { title: '… in gzip', ...brotli },
  bytesTalkingRaw: { title: '… not compressed', ...brotli },
  requestsBefore: {
    title: 'requests before intent',
    unit: '',
    digits: 0,
    must: { value: 2 },
    aim: { value: 1 },
  },
  loadScriptSnippet: {
    title: 'page load, by the snippet: script on the main thread',
    ...time,
    must: { ofBestPeer: 0.1 },
  },
  loadScript: {
    title: 'page load, by the tag: script on the main thread',
    ...time,
    must: { ofBestPeer: 0.1 },
  },
  loadScriptFloor: { title: '… of a page that asks for a small file and draws a button', ...time },
  loadTasks: { title: '… everything on the main thread', ...time },
  loadLongest: { title: '… longest task in which its script ran', ...time, aim: { value: 16 } },
  shift: { title: 'layout shift of the page', unit: '', digits: 3, must: { value: 0 }, aim: { value: 0 } },
  writable: {
    title: 'press to a composer that can be written in',
    ...time,
    must: { ofBestPeer: 0.5 },
    aim: { value: 100 },
  },
  writableFloor: { title: '… to a field behind that button', ...time },
  writableCold: { title: '… pressed as soon as the pointer is there', ...time },
  open1000: {
    title: 'opening with 1,000 items: last one painted',
    ...time,
    must: { ofBestPeer: 0.3 },
    aim: { value: 100 },
  },
  busy1000: { title: '… main thread from the page’s start until then', ...time },
  heap1000: { title: 'heap with 1,000 items', ...heap },
  nodes1000: { title: '… DOM nodes', ...count },
  key1000: { title: 'key press to next paint with 1,000 items, p98', ...time },
  keyMedian1000: { title: '… median', ...time },
  appendScript1000: {
    title: 'appending 50 a second to 1,000: script a message',
    ...fine,
  },
  appendTasks1000: { title: '… everything on the main thread a message', ...fine },
  appendLongest1000: { title: '… longest task (0: none over 50)', ...time },
  appendBehind1000: { title: '… last one painted after it was sent', ...time },
  open10000: {
    title: 'opening with 10,000 items: last one painted',
    ...time,
    must: { ofBestPeer: 0.3 },
    aim: { value: 150 },
  },
  busy10000: { title: '… main thread from the page’s start until then', ...time },
  heap10000: {
    title: 'heap with 10,000 items',
    ...heap,
    must: { ofBestPeer: 0.3 },
    aim: { value: 15 },
  },
  nodes10000: { title: '… DOM nodes', ...count },
  key10000: {
    title: 'key press to next paint with 10,000 items, p98',
    ...time,
    must: { value: 50 },
    aim: { value: 24 },
  },
  keyMedian10000: { title: '… median', ...time },
  appendScript10000: {
    title: 'appending 50 a second to 10,000: script a message',
    ...fine,
    must: { ofBestPeer: 0.3 },
    aim: { value: 1 },
  },
  appendTasks10000: { title: '… everything on the main thread a message', ...fine },
  appendLongest10000: { title: '… longest task (0: none over 50)', ...time, aim: { value: 50 } },
  appendBehind10000: { title: '… last one painted after it was sent', ...time },
} as const satisfies Record<string, Figure>;

export const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
