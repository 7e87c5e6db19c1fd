import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { HolidayForm } from '../state/hours-form.js';
import { renderSpans } from './render-spans.js';

/** The holidays of a queue, and what is wrong with them. */
export interface Holidays {
  holidays: readonly HolidayForm[];
  error: string | undefined;
  onChange: (holidays: readonly HolidayForm[]) => void;
}

const newHoliday: HolidayForm = { name: '', from: '', till: '', hours: [] };

/** Renders the days with other hours than those of the week. */
export const renderHolidays = ({ holidays, error, onChange }: Holidays): TemplateResult =>
  html`<fieldset class="plain" aria-describedby=${error ? 'holidays-error' : nothing}>
    <legend>Holidays</legend>
    ${holidays.length === 0 ? html`<p class="muted">There are no holidays yet.</p>` : nothing}
    <ul class="rows">
      ${holidays.map((holiday, index) =>
        renderHoliday(holiday, {
          number: index + 1,
          isWrong: error !== undefined,
          onChange: (changed) => onChange(holidays.map((each, at) => (at === index ? changed : each))),
          onRemove: () => onChange(holidays.filter((_, at) => at !== index)),
        }),
      )}
    </ul>
    ${error ? html`<p class="error" id="holidays-error">${error}</p>` : nothing}
    <p class="actions">
      <button type="button" class="small" @click=${() => onChange([...holidays, newHoliday])}>
        Add holiday
      </button>
    </p>
  </fieldset>`;

interface HolidayRow {
  number: number;
  isWrong: boolean;
  onChange: (holiday: HolidayForm) => void;
  onRemove: () => void;
}

function renderHoliday(holiday: HolidayForm, { number, isWrong, onChange, onRemove }: HolidayRow) {
  const name = holiday.name.trim() || `holiday ${number}`;
  const field = (member: 'name' | 'from' | 'till', label: string, type: 'text' | 'date') =>
    html`<label class="holiday-${member}">
      <span>${label}</span>
      <input
        type=${type}
        autocomplete="off"
        aria-invalid=${isWrong ? 'true' : 'false'}
        .value=${live(holiday[member])}
        @input=${(event: Event) =>
          onChange({ ...holiday, [member]: (event.target as HTMLInputElement).value })}
      />
    </label>`;
  return html`<li>
    <div class="row" role="group" aria-label=${name}>
      <div class="holiday">
        ${field('name', 'Name', 'text')} ${field('from', 'First day', 'date')}
        ${field('till', 'Last day', 'date')}
      </div>
      ${renderSpans({
        ...{ name, spans: holiday.hours, isWrong },
        onChange: (hours) => onChange({ ...holiday, hours }),
      })}
      <button type="button" class="small" aria-label="Remove ${name}" @click=${onRemove}>Remove</button>
    </div>
  </li>`;
}
