import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** The texts around a control of a form. */
export interface Labelled {
  /** The control's `id` and `name`. */
  name: string;
  label: string;
  /** A rule or an explanation; describes the control. */
  hint?: string | undefined;
  /** What is wrong with the value; empty if it is valid. */
  error?: string | undefined;
}

/** A labelled text field. */
export interface Field extends Labelled {
  value: string;
  type?: 'text' | 'password' | 'number' | 'url';
  autocomplete?: string;
  isOptional?: boolean;
  placeholder?: string;
  onInput: (value: string) => void;
}

/** Returns the ids for a control's `aria-describedby`; `nothing` if it has neither hint nor error. */
export function describedBy({ name, hint, error }: Labelled): string | typeof nothing {
  return [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || nothing;
}

/** Renders a label, its control, a hint and an error. Styles are in `field.styles.ts`. */
export const renderLabelled = ({ name, label, hint, error }: Labelled, control: unknown): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing} ${control}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
  </div>`;

/** Renders a labelled text field. */
export const renderField = (field: Field): TemplateResult =>
  renderLabelled(
    field,
    html`<input
      id=${field.name}
      name=${field.name}
      type=${field.type ?? 'text'}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize="none"
      spellcheck="false"
      placeholder=${field.placeholder ?? nothing}
      aria-required=${field.isOptional ? 'false' : 'true'}
      aria-invalid=${field.error ? 'true' : 'false'}
      aria-describedby=${describedBy(field)}
      .value=${live(field.value)}
      @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
    />`,
  );

/** A labelled select. */
export interface Choice extends Labelled {
  value: string;
  options: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

/** Renders a labelled select. */
export const renderChoice = (choice: Choice): TemplateResult =>
  renderLabelled(
    choice,
    html`<select
      id=${choice.name}
      name=${choice.name}
      aria-invalid=${choice.error ? 'true' : 'false'}
      aria-describedby=${describedBy(choice)}
      @change=${(event: Event) => choice.onChoose((event.target as HTMLSelectElement).value)}
    >
      ${choice.options.map(
        ({ value, text }) =>
          html`<option value=${value} .selected=${live(value === choice.value)}>${text}</option>`,
      )}
    </select>`,
  );
