import { html, nothing, type TemplateResult } from 'lit';
import { wallTime } from '../../client/wall-time.js';
import { arrowTarget } from '../elements/arrow-target.js';
import { timeAnswer, type Answer } from './answers.js';
import type { TimeSlot } from './parse-interactive.js';
import { slotDays, slotLength, timeZoneName, type SlotDay, type SlotTime } from './slot-days.js';

export interface TimeSlotsOptions {
  slots: readonly TimeSlot[];
  language: string;
  /** The `date` of the chosen slot; empty for none. */
  chosen: string;
  isOpen: boolean;
  /** What the slots are for. */
  label: string;
  /** Renders a slot: `place` identifies the answer, `tabIndex` is for the Tab key. */
  button: (place: string, answer: Answer, content: unknown, tabIndex: number) => TemplateResult;
}

/**
 * The slots of a time picker by day, in a box that scrolls, so that the question stays in view. They are one stop of
 * the Tab key; arrow keys move between them.
 */
export class TimeSlots {
  readonly #redraw: () => void;
  /** The number of the slot that the Tab key stops at. */
  #current = 0;

  /** `redraw` is called when the Tab key has another stop. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  render(options: TimeSlotsOptions): TemplateResult {
    const { slots, language, chosen, isOpen, label } = options;
    const length = slotLength(slots, language);
    const about = [length, timeZoneName(slots[0]!, language)].filter(Boolean).join(' · ');
    const current = chosen ? slots.findIndex(({ date }) => date === chosen) : this.#current;
    // If no slot can be focused, keys scroll the box itself.
    const isIdle = !isOpen && !chosen;
    let number = 0;
    const renderTime = (day: SlotDay, { slot, time, until }: SlotTime) =>
      html`<li>
        ${options.button(
          slot.date,
          timeAnswer(slot),
          html`<span class="time"
            ><span class="visually-hidden">${day.label}, </span>${time}<span
              class=${length ? 'visually-hidden' : ''}
              >${until}</span
            ></span
          >`,
          number++ === current ? 0 : -1,
        )}
      </li>`;
    return html`<p class="subtitle zone">${about}</p>
      <div
        class="slots"
        role=${isIdle ? 'group' : nothing}
        aria-label=${isIdle ? label : nothing}
        tabindex=${isIdle ? 0 : nothing}
        @keydown=${this.#handleKey}
        @focusin=${this.#handleFocus}
      >
        ${slotDays(slots, language, { now: wallTime() }).map(
          (day) =>
            html`<p class="day">${day.label}</p>
              <ul class="times ${length ? '' : 'long'}">
                ${day.slots.map((each) => renderTime(day, each))}
              </ul>`,
        )}
      </div>`;
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const target = arrowTarget(event.key, event.target as HTMLElement, buttonsOf(event));
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  readonly #handleFocus = (event: Event): void => {
    const current = buttonsOf(event).indexOf(event.target as HTMLElement);
    if (current < 0 || current === this.#current) return;
    this.#current = current;
    this.#redraw();
  };
}

const buttonsOf = ({ currentTarget }: Event): HTMLElement[] => [
  ...(currentTarget as HTMLElement).querySelectorAll('button'),
];
