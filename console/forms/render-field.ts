import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What stands around one control of a form. */
export interface Labelled {
  /** The control's `id` and `name`. */
  name: string;
  label: string;
  /** A rule or an explanation, read with the label. */
  hint?: string | undefined;
  /** What is wrong with the value; empty when nothing is. */
  error?: string | undefined;
}

/** One labelled text box of a form. */
export interface Field extends Labelled {
  value: string;
  type?: 'text' | 'password' | 'number' | 'url';
  autocomplete?: string;
  isOptional?: boolean;
  placeholder?: string;
  onInput: (value: string) => void;
}

/** The ids that a control's `aria-describedby` names; `nothing` where there is nothing to be read. */
export function describedBy({ name, hint, error }: Labelled): string | typeof nothing {
  return [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || nothing;
}

/** Renders a label, its control, and beside it what is wrong; styles are in `field.styles.ts`. */
export const renderLabelled = ({ name, label, hint, error }: Labelled, control: unknown): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing} ${control}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
  </div>`;

/** Renders a labelled text box. */
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

/** One choice of several. */
export interface Choice extends Labelled {
  value: string;
  options: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

/** Renders a labelled choice of one among several. */
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
