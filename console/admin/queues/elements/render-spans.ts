import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { officeHours, type SpanForm } from '../state/hours-form.js';

/** The parts of a day when a queue is open. */
export interface Spans {
  /** Names the day for assistive technology: "Monday". */
  name: string;
  spans: readonly SpanForm[];
  isWrong: boolean;
  onChange: (spans: readonly SpanForm[]) => void;
}

/** Renders the parts of a day, each with its times and a button to remove it, and one to add another. */
export const renderSpans = ({ name, spans, isWrong, onChange }: Spans): TemplateResult => {
  const set = (index: number, change: Partial<SpanForm>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  const time = (index: number, end: 'from' | 'to') =>
    html`<input
      type="time"
      required
      aria-label="${name}, ${end === 'from' ? 'opens' : 'closes'}${index === 0 ? '' : ` (${index + 1})`}"
      aria-invalid=${isWrong ? 'true' : 'false'}
      .value=${live(spans[index]![end])}
      @input=${(event: Event) => set(index, { [end]: (event.target as HTMLInputElement).value })}
    />`;
  return html`<div class="spans">
    ${spans.map(
      (_, index) =>
        html`<span class="span">
          ${time(index, 'from')}<span aria-hidden="true">–</span>${time(index, 'to')}
          <button
            type="button"
            class="quiet small"
            aria-label="Remove hours ${index + 1} of ${name}"
            @click=${() => onChange(spans.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </span>`,
    )}
    ${spans.length === 0 ? html`<span class="muted">Closed</span>` : ''}
    <button
      type="button"
      class="small"
      aria-label="Add hours to ${name}"
      @click=${() => onChange([...spans, spans.length === 0 ? officeHours : { from: '', to: '' }])}
    >
      Add hours
    </button>
  </div>`;
};
