import { LitElement, html, nothing, svg, type PropertyValues } from 'lit';
import * as clientLimits from '../../shared/client-limits.js';
import { ratings } from '../../shared/ratings.js';
import type { SurveyKind } from '../../shared/survey.js';
import { reset } from '../elements/reset.styles.js';
import { RateEvent } from '../events/rate-event.js';
import { formStyles } from '../forms/form.styles.js';
import { fill } from '../strings/fill.js';
import { en, type Strings } from '../strings/en.js';
import type { RatingPhase } from './rating.js';
import { surveyStyles } from './survey-form.styles.js';

const star = svg`<path d="M12 2.6l2.9 6 6.5.9-4.7 4.6 1.1 6.5L12 17.5 6.2 20.6l1.1-6.5L2.6 9.5l6.5-.9Z" />`;
const thumb = svg`<path d="M7 10v11H3.5V10ZM7 10l4.3-7.5c1.5 0 2.5 1.2 2.2 2.7L13 9h6c1.3 0 2.2 1.2 1.9 2.4l-1.9 8C18.7 20.4 17.9 21 17 21H7" />`;

/**
 * @summary The survey after a chat: stars or thumbs as a group of radio buttons, and a comment. Answering is
 * optional.
 * @event connect-chat-rate - The visitor submitted an answer.
 */
export class SurveyForm extends LitElement {
  static override styles = [reset, formStyles, surveyStyles];
  static override properties = {
    kind: {},
    question: {},
    hasComment: { type: Boolean },
    phase: {},
    strings: { attribute: false },
    rating: { state: true },
    isMissing: { state: true },
  };

  declare kind: SurveyKind;
  declare question: string;
  declare hasComment: boolean;
  /** The state of the answer. */
  declare phase: RatingPhase;
  declare strings: Strings;
  /** The chosen rating. */
  declare protected rating: number | undefined;
  /** Whether the form was submitted without a choice. */
  declare protected isMissing: boolean;

  constructor() {
    super();
    this.kind = 'STARS';
    this.question = en.rateQuestion;
    this.hasComment = true;
    this.phase = 'open';
    this.strings = en;
    this.isMissing = false;
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const { rating, phase } = this;
    if (phase !== 'open' && phase !== 'refused') return;
    this.isMissing = rating === undefined;
    if (rating === undefined) return this.renderRoot.querySelector<HTMLElement>('input')!.focus();
    const comment = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    this.dispatchEvent(new RateEvent(rating, comment));
  }

  private choose(rating: number): void {
    this.rating = rating;
    this.isMissing = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // A rating of one kind has no meaning in the other.
    if (changed.has('kind') && changed.get('kind') !== undefined) this.rating = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    // The focused button is gone: screen readers continue at the thanks.
    if (changed.get('phase') !== undefined && this.isSaid)
      this.renderRoot.querySelector<HTMLElement>('.thanks')!.focus();
  }

  /** Whether the visitor has submitted an answer. */
  private get isSaid(): boolean {
    return this.phase === 'sent' || this.phase === 'waiting';
  }

  override render() {
    const { strings, phase } = this;
    const told = phase === 'refused' ? strings.notTaken : phase === 'sending' ? strings.sending : '';
    return html`${this.isSaid ? this.renderThanks() : this.renderForm()}
      <p class="told" role="status">${told}</p>`;
  }

  private renderThanks() {
    const { strings, phase } = this;
    return html`<p class="thanks" tabindex="-1">
      ${strings.ratingThanks}${phase === 'waiting' ? html`${' '}${strings.waiting}` : nothing}
    </p>`;
  }

  private renderForm() {
    const { strings, rating, isMissing } = this;
    return html`<form novalidate @submit=${this.handleSubmit}>
      <fieldset aria-describedby=${isMissing ? 'missing' : nothing}>
        <legend>${this.question}</legend>
        <div class="choices ${this.kind}">${this.choices.map((each) => this.renderChoice(each))}</div>
        ${isMissing ? html`<p class="error" id="missing">${strings.chooseOne}</p>` : nothing}
      </fieldset>
      ${
        this.hasComment && rating !== undefined
          ? html`<div class="field">
              <label for="comment"
                >${strings.comment}${' '}<span class="optional">(${strings.optional})</span></label
              >
              <textarea
                id="comment"
                rows="2"
                dir="auto"
                maxlength=${clientLimits.messageCharacters}
              ></textarea>
            </div>`
          : nothing
      }
      <button class="submit" part="submit-button" type="submit">${strings.sendRating}</button>
    </form>`;
  }

  /** The order of choices: good before not good, one star before two. */
  private get choices(): readonly number[] {
    return this.kind === 'THUMBS' ? [...ratings.THUMBS].reverse() : ratings.STARS;
  }

  private renderChoice(value: number) {
    const { strings, kind, rating } = this;
    const isStar = kind === 'STARS';
    const name = isStar
      ? fill(strings.ratePoints, { count: value })
      : value === 1
        ? strings.good
        : strings.bad;
    const isFull = rating !== undefined && (isStar ? value <= rating : value === rating);
    return html`<label class=${isFull ? 'full' : ''} title=${name}>
      <input
        class="visually-hidden"
        type="radio"
        name="rating"
        value=${value}
        aria-label=${name}
        .checked=${value === rating}
        @change=${() => this.choose(value)}
      />
      <svg class=${value === 0 ? 'down' : ''} viewBox="0 0 24 24" aria-hidden="true">
        ${isStar ? star : thumb}
      </svg>
      ${isStar ? nothing : html`<span aria-hidden="true">${name}</span>`}
    </label>`;
  }
}
