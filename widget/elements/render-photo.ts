import { css, html, nothing } from 'lit';

/** Styles of {@link renderPhoto}; what it lies over is positioned, and centres it. */
export const photoStyles = css`
  .photo {
    position: absolute;
    width: 100%;
    height: 100%;
    border-radius: 50%;
    object-fit: cover;
  }
`;

/** Lays a person's picture over their initials, which stay in sight where it can't be had: its page may forbid it. */
export const renderPhoto = (address: string | undefined) =>
  address?.startsWith('https://')
    ? html`<img
        class="photo"
        src=${address}
        alt=""
        referrerpolicy="no-referrer"
        @load=${show}
        @error=${show}
      />`
    : nothing;

const show = ({ target, type }: Event): void => {
  (target as HTMLElement).hidden = type === 'error';
};
