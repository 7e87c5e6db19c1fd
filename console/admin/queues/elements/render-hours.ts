import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, renderChoice, renderLabelled } from '../../../forms/render-field.js';
import { dayName, shownDays, type HoursForm } from '../state/hours-form.js';
import type { QueueFields } from './queue-fields.js';
import { renderHolidays } from './render-holidays.js';

/** Renders when the queue is open: always, or by week and holidays. */
export function renderHours({ form: { hours }, errors, onInput }: QueueFields): TemplateResult {
  const set = (change: Partial<HoursForm>) => onInput({ hours: { ...hours, ...change } });
  return html`${renderChoice({
    ...{ name: 'isAlwaysOpen', label: 'When it is open', value: hours.isAlwaysOpen ? 'always' : 'hours' },
    hint: 'Contact flows and widgets check it. Waiting chats are offered at any time.',
    options: [
      { value: 'always', text: 'Always' },
      { value: 'hours', text: 'At certain hours' },
    ],
    onChoose: (value) => set({ isAlwaysOpen: value === 'always' }),
  })}
  ${
    hours.isAlwaysOpen
      ? nothing
      : html`${renderTimeZone(hours.timeZone, errors.timeZone, (timeZone) => set({ timeZone }))}
          <div class="field">
            <connect-chat-week-grid
              .week=${hours.week}
              .wrong=${shownDays.find((day) => errors.week?.startsWith(dayName(day)))}
              .onChange=${(week: HoursForm['week']) => set({ week })}
              aria-invalid=${errors.week ? 'true' : 'false'}
            ></connect-chat-week-grid>
            ${errors.week ? html`<p class="error">${errors.week}</p>` : nothing}
          </div>
          ${renderHolidays({
            holidays: hours.holidays,
            error: errors.holidays,
            onChange: (holidays) => set({ holidays }),
          })}`
  }`;
}

function renderTimeZone(value: string, error: string | undefined, onInput: (value: string) => void) {
  const field = { name: 'timeZone', label: 'Time zone', error };
  return renderLabelled(
    field,
    html`<input
        id="timeZone"
        name="timeZone"
        list="time-zones"
        autocomplete="off"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${describedBy(field)}
        .value=${live(value)}
        @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
      />
      <datalist id="time-zones">
        ${timeZones().map((zone) => html`<option value=${zone}></option>`)}
      </datalist>`,
  );
}

/** Browsers list them since Chrome 99 and Safari 15.4; others get a plain field. */
function timeZones(): string[] {
  const { supportedValuesOf } = Intl as { supportedValuesOf?: (key: string) => string[] };
  return supportedValuesOf ? ['UTC', ...supportedValuesOf('timeZone')] : [];
}
