import { LitElement, html, nothing, type TemplateResult } from 'lit';

/**
 * A search with a list of what it finds: a combobox, as WAI-ARIA describes it. The focus stays in the text box. The arrow
 * keys move through the list, Enter chooses, and Escape leaves. Subclasses say what is found and how it looks.
 */
export abstract class OptionPicker<Option> extends LitElement {
  static override properties = { search: { state: true }, active: { state: true } };

  declare protected search: string;
  /** The place in the list of the option that Enter chooses. */
  declare private active: number;

  constructor() {
    super();
    this.search = '';
    this.active = 0;
  }

  /** What the search finds, in the order of the list. */
  protected abstract get found(): readonly Option[];
  protected abstract choose(option: Option): void;
  protected abstract cancel(): void;
  /** Renders the content of an option. */
  protected abstract renderOption(option: Option): TemplateResult;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private readonly handleInput = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const act = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.chooseAt(this.active),
      Escape: () => this.cancel(),
    }[event.key];
    // Alt with an arrow goes to another chat.
    if (!act || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  private move(step: 1 | -1): void {
    const { length } = this.found;
    if (length > 0) this.active = (this.active + step + length) % length;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private chooseAt(index: number): void {
    const option = this.found[index];
    if (option) this.choose(option);
  }

  /** Renders the text box. `label` is the id of its label. */
  protected renderSearch(label: string, placeholder = ''): TemplateResult {
    const { found, active } = this;
    return html`<input
      id="search"
      type="text"
      role="combobox"
      data-focus
      aria-labelledby=${label}
      placeholder=${placeholder || nothing}
      autocomplete="off"
      aria-expanded=${String(found.length > 0)}
      aria-controls="list"
      aria-autocomplete="list"
      aria-activedescendant=${found[active] ? `option-${active}` : nothing}
      .value=${this.search}
      @input=${this.handleInput}
      @keydown=${this.handleKey}
    />`;
  }

  /** Renders the list. `groupOf` returns the heading that an option stands under. */
  protected renderList(name: string, groupOf?: (option: Option) => string): TemplateResult {
    const { found } = this;
    const isFirst = (index: number) =>
      groupOf !== undefined && (index === 0 || groupOf(found[index]!) !== groupOf(found[index - 1]!));
    return html`<ul id="list" role="listbox" aria-label=${name}>
      ${found.map(
        (option, index) =>
          html`${isFirst(index) ? html`<li class="group" role="presentation">${groupOf!(option)}</li>` : nothing}
          ${this.renderItem(option, index)}`,
      )}
    </ul>`;
  }

  private renderItem(option: Option, index: number): TemplateResult {
    // Pressed, not clicked: the focus stays in the search.
    const press = (event: Event): void => {
      event.preventDefault();
      this.choose(option);
    };
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${String(index === this.active)}
      @mousedown=${press}
    >
      ${this.renderOption(option)}
    </li>`;
  }
}
