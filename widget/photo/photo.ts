import { LitElement, css, html, nothing } from 'lit';

/**
 * @summary A person's picture, over what stands for the person: that stays in sight where the picture can't be had, as where
 * the page's own policy forbids it.
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

  /** Only from an `https:` address. */
  declare address: string;
  /** The address that gave no picture. */
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
