import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One labelled text box of a form. */
export interface Field {
  /** The input's `id` and `name`. */
  name: string;
  label: string;
  value: string;
  type?: 'text' | 'password';
  autocomplete: string;
  /** A rule or an explanation, read with the label. */
  hint?: string;
  /** What is wrong with the value; empty when nothing is. */
  error?: string;
  onInput: (value: string) => void;
}

/** Renders a label, its input, and beside it what is wrong; styles are in `form.styles.ts`. */
export function renderField(field: Field): TemplateResult {
  const { name, error, hint } = field;
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${field.label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      type=${field.type ?? 'text'}
      autocomplete=${field.autocomplete}
      autocapitalize="none"
      spellcheck="false"
      aria-required="true"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described || nothing}
      .value=${live(field.value)}
      @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
  </div>`;
}
