import { LitElement, html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContactFilterChoices } from '../../../../shared/contact-filters.js';
import { ratings, ratingText } from '../../../../shared/ratings.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { countSet, noFilters, problemOf, toQuery, type ContactFilters } from '../state/contact-filters.js';
import { contactPageStyles } from './contact-page.styles.js';

/** A choice that is set by its name. */
type Choice = 'state' | 'widgetId' | 'enteredQueueId' | 'agentId' | 'tag' | 'rating';
type Options = readonly { value: string; text: string }[];

/** @summary The search box and the filters of the page of contacts. */
export class ContactFiltersForm extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, contactPageStyles];
  static override properties = {
    filters: { attribute: false },
    choices: { attribute: false },
    onSearch: { attribute: false },
    values: { state: true },
    problem: { state: true },
  };

  /** The filters of the address. */
  declare filters: ContactFilters;
  declare choices: ContactFilterChoices;
  /** Told the query of the address. */
  declare onSearch: (query: string) => void;
  declare protected values: ContactFilters;
  declare protected problem: string;

  constructor() {
    super();
    this.filters = noFilters;
    this.values = noFilters;
    this.choices = { widgets: [], queues: [], agents: [], tags: [] };
    this.problem = '';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The page parses the address at each update: only another address replaces what was typed.
    const before = changed.get('filters') as ContactFilters | undefined;
    if (changed.has('filters') && (!before || toQuery(before) !== toQuery(this.filters)))
      this.values = this.filters;
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    this.problem = problemOf(this.values);
    if (this.problem === '') this.onSearch(toQuery(this.values));
  }

  private set(change: Partial<ContactFilters>): void {
    this.values = { ...this.values, ...change };
  }

  override render() {
    const count = countSet(this.filters);
    return html`<form
      class="card"
      role="search"
      aria-label="Contacts"
      novalidate
      @submit=${this.handleSubmit}
    >
      <div class="words">
        ${this.renderWords()}
        <button type="submit" class="primary">Search</button>
      </div>
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : ''}</div>
      <details ?open=${count > 0}>
        <summary>Filters${count > 0 ? ` (${count})` : ''}</summary>
        <div class="filters">${this.renderFilters()}</div>
        <div class="actions end">
          <button type="button" class="small" @click=${() => this.onSearch('')}>Clear all</button>
        </div>
      </details>
    </form>`;
  }

  private renderWords() {
    const field = {
      name: 'q',
      label: 'Words',
      hint: 'In messages, private notes, names and file names. order* finds orders, too.',
    };
    return renderLabelled(
      field,
      html`<input
        id="q"
        name="q"
        type="search"
        autocomplete="off"
        maxlength="500"
        aria-describedby="q-hint"
        .value=${live(this.values.q)}
        @input=${(event: Event) => this.set({ q: (event.target as HTMLInputElement).value })}
      />`,
    );
  }

  private renderFilters() {
    const { widgets, queues, agents, tags } = this.choices;
    const named = (list: ContactFilterChoices['widgets']): Options =>
      list.map(({ id, name }) => ({ value: id, text: name }));
    return html`${this.renderDay('from', 'From')} ${this.renderDay('to', 'To')}
    ${this.renderChoice('state', 'State', stateOptions)}
    ${this.renderChoice('widgetId', 'Widget', named(widgets))}
    ${this.renderChoice('enteredQueueId', 'Queue', named(queues))}
    ${this.renderChoice('agentId', 'Agent', named(agents))}
    ${this.renderChoice(
      'tag',
      'Tag',
      tags.map((tag) => ({ value: tag, text: tag })),
    )}
    ${this.renderChoice('rating', 'Rating', ratingOptions)}
    ${this.renderText('participant', 'Name of a participant')}
    ${this.renderText('attribute', 'Attribute', 'name:value')}`;
  }

  /** A value that is not among the options (a deleted widget, an old link) is one, too. */
  private renderChoice(name: Choice, label: string, options: Options) {
    const value = this.values[name];
    const isKnown = value === '' || options.some((option) => option.value === value);
    return renderChoice({
      ...{ name, label, value },
      options: [{ value: '', text: 'Any' }, ...options, ...(isKnown ? [] : [{ value, text: value }])],
      onChoose: (chosen) => this.set({ [name]: chosen }),
    });
  }

  private renderText(name: 'participant' | 'attribute', label: string, placeholder?: string) {
    const onInput = (value: string): void => this.set({ [name]: value });
    return renderField({
      name,
      label,
      value: this.values[name],
      isOptional: true,
      onInput,
      ...(placeholder && { placeholder }),
    });
  }

  private renderDay(name: 'from' | 'to', label: string) {
    return renderLabelled(
      { name, label },
      html`<input
        id=${name}
        name=${name}
        type="date"
        .value=${live(this.values[name])}
        @input=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).value })}
      />`,
    );
  }
}

const stateOptions: Options = [
  { value: 'ACTIVE', text: 'Active' },
  { value: 'ENDED', text: 'Ended' },
];
const ratingOptions: Options = (['STARS', 'THUMBS'] as const).flatMap((kind) =>
  [...ratings[kind]]
    .reverse()
    .map((rating) => ({ value: `${kind}:${rating}`, text: ratingText({ kind, rating }) })),
);
