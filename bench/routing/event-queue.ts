/** What happens in a simulation, in the order of its times. */
export interface EventQueue<Event> {
  /** The time of the last event that was taken, in milliseconds. */
  now(): number;
  later(milliseconds: number, event: Event): void;
  /** The next event; undefined if there is none. */
  take(): Event | undefined;
}

interface Planned<Event> {
  at: number;
  /** Of two events at the same time, the one that was planned first comes first. */
  order: number;
  event: Event;
}

/** A binary heap. */
export function createEventQueue<Event>(): EventQueue<Event> {
  const heap: Planned<Event>[] = [];
  let now = 0;
  let planned = 0;
  const isBefore = (a: number, b: number): boolean =>
    heap[a]!.at - heap[b]!.at < 0 || (heap[a]!.at === heap[b]!.at && heap[a]!.order < heap[b]!.order);
  const swap = (a: number, b: number): void => void ([heap[a], heap[b]] = [heap[b]!, heap[a]!]);

  function up(index: number): void {
    for (let at = index; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function down(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = at;
      if (left < heap.length && isBefore(left, first)) first = left;
      if (right < heap.length && isBefore(right, first)) first = right;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  }

  return {
    now: () => now,
    later(milliseconds, event) {
      planned += 1;
      heap.push({ at: now + milliseconds, order: planned, event });
      up(heap.length - 1);
    },
    take() {
      const next = heap[0];
      if (!next) return undefined;
      const last = heap.pop()!;
      if (heap.length > 0) {
        heap[0] = last;
        down();
      }
      now = next.at;
      return next.event;
    },
  };
}
