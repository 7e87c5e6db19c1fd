import { LitElement, html, nothing } from 'lit';
import { colourPointers, type ColourPointer } from '../../../../shared/theme-colours.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderChoice, renderField } from '../../../forms/render-field.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { differsFromBrand } from '../state/brand-colour.js';
import { typefaces } from '../state/choices.js';
import { colourFieldStyles } from '../fields/colour-field.styles.js';
import { colourGrounds, colourHints, colourNames } from '../state/colour-texts.js';
import { draftSetter } from '../fields/draft-event.js';
import { fieldId } from '../fields/field-id.js';
import { memberAt } from '../state/member-at.js';
import type { Problems } from '../state/member-problem.js';
import { renderColour } from '../fields/render-colour.js';
import { sectionStyles } from '../fields/section.styles.js';
import { brandPointer } from '../state/draft-state.js';

const custom = 'custom';

/**
 * @summary Colours, typeface and logo. The brand colour sets all colours, and each can be changed.
 * @event connect-chat-draft - Requests another value for a member of the draft.
 */
export class BrandSettings extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, sectionStyles, colourFieldStyles];
  static override properties = {
    draft: { attribute: false },
    brand: {},
    problems: { attribute: false },
    isCustomFont: { state: true },
  };

  declare draft: Widget;
  /** The brand colour, as typed. */
  declare brand: string;
  declare problems: Problems;
  declare protected isCustomFont: boolean;
  private readonly set = draftSetter(this);

  constructor() {
    super();
    this.brand = '';
    this.problems = new Map();
    this.isCustomFont = false;
  }

  override render() {
    return html`<section class="card stack" aria-labelledby="brand-heading">
      <h2 class="title" id="brand-heading">Brand</h2>
      ${renderColour({
        name: fieldId(brandPointer),
        label: 'Brand colour',
        hint: 'Sets all colours of the chat, with text that is easy to read.',
        value: this.brand,
        error: this.problems.get(brandPointer),
        onInput: this.set(brandPointer),
      })}
      ${this.renderAllColours()}
      <div class="pair">${this.renderTypeface()} ${this.renderScheme()}</div>
      ${this.renderFont()}
      ${renderField({
        name: fieldId('/theme/logoUrl'),
        label: 'Logo',
        type: 'url',
        isOptional: true,
        placeholder: 'https://shop.example/logo.svg',
        hint: 'The address of a picture for the header. Your website’s Content-Security-Policy must allow it.',
        value: this.draft.theme.logoUrl,
        error: this.problems.get('/theme/logoUrl'),
        onInput: this.set('/theme/logoUrl'),
      })}
    </section>`;
  }

  private renderAllColours() {
    const isWrong = colourPointers.some((pointer) => this.problems.has(pointer));
    return html`<details class="fold">
      <summary>
        <span class="name">All colours</span>
        <span class="summary">
          ${isWrong ? html`<span class="badge bad">Needs attention</span>` : nothing}
          ${differsFromBrand(this.draft.theme) ? html`<span class="badge">Customised</span>` : nothing}
        </span>
      </summary>
      <div class="pair inside">${colourPointers.map((pointer) => this.renderColour(pointer))}</div>
    </details>`;
  }

  private renderColour(pointer: ColourPointer) {
    const value = (at: string): string => String(memberAt(this.draft, at));
    const on = colourGrounds[pointer];
    return renderColour({
      name: fieldId(pointer),
      label: colourNames[pointer],
      hint: colourHints[pointer],
      value: value(pointer),
      fallback: pointer === '/theme/accentColor' ? value('/theme/headerColor') : undefined,
      against: on && { ground: value(on.ground), ratio: on.ratio },
      error: this.problems.get(pointer),
      onInput: this.set(pointer),
    });
  }

  private get known() {
    return typefaces.find(({ value }) => value === this.draft.theme.font);
  }

  private get hasOwnFont(): boolean {
    return this.isCustomFont || !this.known;
  }

  private renderTypeface() {
    return renderChoice({
      name: 'typeface',
      label: 'Typeface',
      value: this.hasOwnFont ? custom : this.known!.value,
      options: [...typefaces, { value: custom, text: 'Other…' }],
      onChoose: (value) => {
        this.isCustomFont = value === custom;
        if (value !== custom) this.set('/theme/font')(value);
      },
    });
  }

  private renderFont() {
    if (!this.hasOwnFont) return nothing;
    return renderField({
      name: fieldId('/theme/font'),
      label: 'Font names',
      hint: 'Separate them by commas, as in CSS. Your website must load a font that visitors don’t have.',
      value: this.draft.theme.font,
      error: this.problems.get('/theme/font'),
      onInput: this.set('/theme/font'),
    });
  }

  private renderScheme() {
    return renderChoice({
      name: fieldId('/theme/colorScheme'),
      label: 'Light or dark background for the chat',
      value: this.draft.theme.colorScheme,
      options: [
        { value: 'auto', text: 'Match the visitor’s device' },
        { value: 'light', text: 'Always light' },
        { value: 'dark', text: 'Always dark' },
      ],
      onChoose: this.set('/theme/colorScheme'),
    });
  }
}
