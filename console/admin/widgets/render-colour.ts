import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, renderLabelled, type Labelled } from '../../forms/render-field.js';
import { formatHex } from 'culori/fn';
import { contrastRatio, isColour, nearestPassing } from './contrast.js';

/** A colour by hex and by picker, and how it stands out from what is behind it. */
export interface ColourField extends Labelled {
  value: string;
  /** The colour behind it, and the contrast it needs; left out for grounds themselves. */
  against?: { ground: string; ratio: number };
  onInput: (value: string) => void;
}

/** Renders a colour's hex field and its picker together, with advice where the contrast is too low. */
export const renderColour = (field: ColourField): TemplateResult => {
  const { name, label, value, error, onInput } = field;
  const handle = (event: Event) => onInput((event.target as HTMLInputElement).value);
  return renderLabelled(
    field,
    html`<div class="colour">
        <input
          type="color"
          aria-label="Pick ${label.toLowerCase()}"
          .value=${live(toPicker(value))}
          @input=${handle}
        />
        <input
          id=${name}
          name=${name}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${describedBy(field)}
          .value=${live(value)}
          @input=${handle}
        />
      </div>
      <div role="status">${renderAdvice(field)}</div>`,
  );
};

function renderAdvice({ value, against, onInput }: ColourField): TemplateResult | typeof nothing {
  if (!against) return nothing;
  const { ground, ratio } = against;
  const contrast = contrastRatio(value, ground);
  if (Number.isNaN(contrast) || contrast >= ratio) return nothing;
  const nearest = nearestPassing(value, ground, ratio);
  // Cut, not rounded: 4.49 is not 4.5.
  const shown = Math.floor(contrast * 10) / 10;
  return html`<p class="advice">
    <span>Contrast ${shown} : 1. To be readable it needs ${ratio} : 1.</span>
    ${
      nearest
        ? html`<button type="button" class="small" @click=${() => onInput(nearest)}>
            <span class="swatch" .style=${`background:${nearest}`}></span>Use ${nearest}
          </button>`
        : nothing
    }
  </p>`;
}

/** A picker takes `#rrggbb` only. */
const toPicker = (value: string): string => (isColour(value) ? formatHex(value)! : '#000000');
