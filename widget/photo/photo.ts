import { LitElement, css, html, nothing } from 'lit';

/**
 * @summary A person's picture over its fallback, which remains visible if the picture can't be loaded, or the page's
 * policy forbids it.
 */
export class Photo extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      top: 0;
      left: 0;
      width: 100%;
      height: 100%;
    }

    img {
      display: block;
      width: 100%;
      height: 100%;
      border-radius: 50%;
      object-fit: cover;
    }

    [hidden] {
      display: none;
    }
  `;
  static override properties = { address: {}, failed: { state: true } };

  /** An `https:` address; others are ignored. */
  declare address: string;
  /** The address that failed to load. */
  declare protected failed: string;

  constructor() {
    super();
    this.address = '';
    this.failed = '';
  }

  override render() {
    const { address } = this;
    if (!address.startsWith('https://')) return nothing;
    return html`<img
      src=${address}
      alt=""
      referrerpolicy="no-referrer"
      ?hidden=${address === this.failed}
      @error=${() => (this.failed = address)}
    />`;
  }
}
