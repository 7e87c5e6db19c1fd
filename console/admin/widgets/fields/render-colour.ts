import { formatHex, parse } from 'culori/fn';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, renderLabelled, type Labelled } from '../../../forms/render-field.js';
import { contrastRatio, isColour, nearestPassing } from '../state/contrast.js';

/** A colour's text field and picker, and its contrast with its background. */
export interface ColourField extends Labelled {
  value: string;
  /** The background and the required contrast ratio; undefined for a background itself. */
  against?: { ground: string; ratio: number } | undefined;
  /** The colour that applies if the value is empty. */
  fallback?: string | undefined;
  onInput: (value: string) => void;
}

/** Renders a colour's text field and its picker, with advice if the contrast is too low. */
export const renderColour = (field: ColourField): TemplateResult => {
  const { name, label, value, error, fallback, onInput } = field;
  const handle = (event: Event) => onInput((event.target as HTMLInputElement).value);
  return renderLabelled(
    field,
    html`<div class="colour">
        <input
          type="color"
          aria-label="Pick ${label.toLowerCase()}"
          .value=${live(toPicker(value || (fallback ?? '')))}
          @input=${handle}
        />
        <input
          id=${name}
          name=${name}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder=${fallback ?? nothing}
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${describedBy(field)}
          .value=${live(value)}
          @input=${handle}
        />
      </div>
      <div role="status">${error ? renderMeant(field) : renderAdvice(field)}</div>`,
  );
};

/** Offers the hex code of an opaque colour in another CSS notation, such as `blue`. Widgets store hex codes only. */
function renderMeant({ value, onInput }: ColourField): TemplateResult | typeof nothing {
  const meant = parse(value.trim());
  if (!meant || (meant.alpha ?? 1) < 1) return nothing;
  return html`<p class="advice">${renderUse(formatHex(meant), onInput)}</p>`;
}

function renderAdvice({ value, against, onInput }: ColourField): TemplateResult | typeof nothing {
  if (!against) return nothing;
  const { ground, ratio } = against;
  const contrast = contrastRatio(value, ground);
  if (Number.isNaN(contrast) || contrast >= ratio) return nothing;
  const nearest = nearestPassing(value, ground, ratio);
  // Rounds down, so that 4.49 is not shown as 4.5.
  const shown = Math.floor(contrast * 10) / 10;
  return html`<p class="advice">
    <span>Hard to read: contrast ${shown} : 1, needs ${ratio} : 1.</span>
    ${nearest ? renderUse(nearest, onInput) : nothing}
  </p>`;
}

const renderUse = (colour: string, onInput: ColourField['onInput']): TemplateResult =>
  html`<button type="button" class="small" @click=${() => onInput(colour)}>
    <span class="swatch" .style=${`background:${colour}`}></span>Use ${colour}
  </button>`;

/** Returns the value for a picker, which accepts `#rrggbb` only. */
const toPicker = (value: string): string => (isColour(value) ? formatHex(value)! : '#000000');
