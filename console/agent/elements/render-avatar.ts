import { css, html } from 'lit';

/** Renders the first letter of a name as a picture; the name itself is beside it. */
export const renderAvatar = (name: string) =>
  html`<span class="avatar" aria-hidden="true">${firstLetter(name)}</span>`;

/** The first character of a name, also one beyond the basic plane. */
function firstLetter(name: string): string {
  const [first = ''] = name.trim().normalize('NFC');
  return first.toLocaleUpperCase();
}

/** Styles of {@link renderAvatar}. */
export const avatarStyles = css`
  .avatar {
    display: grid;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    place-items: center;
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 700;
    font-size: 15px;
  }
`;
