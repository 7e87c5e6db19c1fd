import { LitElement, html, nothing, svg } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import {
  dayName,
  shownDays,
  toMinutes,
  type Day,
  type HoursForm,
  type SpanForm,
} from '../state/hours-form.js';
import { renderSpans } from './render-spans.js';
import { weekGridStyles } from './week-grid.styles.js';

type Week = HoursForm['week'];

/** @summary Opening hours as a weekly grid: a row for each day, with its times and a picture of the day. */
export class WeekGrid extends LitElement {
  static override styles = [controls, adminStyles, weekGridStyles];
  static override properties = { week: { attribute: false }, wrong: {}, onChange: { attribute: false } };

  declare week: Week;
  /** The day that is wrong, if any. */
  declare wrong: Day | undefined;
  declare onChange: (week: Week) => void;

  /** Focuses the hours that are wrong. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private readonly copyToWorkdays = (): void => {
    const { week } = this;
    const monday = week.MONDAY;
    const workdays = shownDays.slice(0, 5);
    this.onChange({ ...week, ...Object.fromEntries(workdays.map((day) => [day, monday])) });
  };

  override render() {
    return html`<table>
        <caption class="hidden">
          Opening hours of the week
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Open</th>
            <th scope="col" class="picture">
              <span class="scale" aria-hidden="true">
                <span>0</span><span>6</span><span>12</span><span>18</span><span>24</span>
              </span>
              <span class="hidden">Picture</span>
            </th>
          </tr>
        </thead>
        <tbody>
          ${shownDays.map((day) => this.renderDay(day))}
        </tbody>
      </table>
      <p class="actions">
        <button type="button" class="small" @click=${this.copyToWorkdays}>Copy Monday to Friday</button>
      </p>`;
  }

  private renderDay(day: Day) {
    const spans = this.week[day];
    return html`<tr>
      <th scope="row">${dayName(day)}</th>
      <td>
        ${renderSpans({
          ...{ name: dayName(day), spans, isWrong: this.wrong === day },
          onChange: (changed) => this.onChange({ ...this.week, [day]: changed }),
        })}
      </td>
      <td class="picture">${renderPicture(spans)}</td>
    </tr>`;
  }
}

/** The times are beside it as text, so assistive technology skips the picture. */
const renderPicture = (spans: readonly SpanForm[]) =>
  html`<svg viewBox="0 0 1440 100" preserveAspectRatio="none" aria-hidden="true">
    <rect class="day" width="1440" height="100"></rect>
    ${spans.map((span) => {
      const part = toMinutes(span);
      return part
        ? svg`<rect class="part" x=${part.from} width=${part.to - part.from} height="100"></rect>`
        : nothing;
    })}
    ${[360, 720, 1080].map((hour) => svg`<rect class="line" x=${hour} width="4" height="100"></rect>`)}
  </svg>`;
