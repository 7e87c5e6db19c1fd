import { css, html } from 'lit';

/** Renders the first letter of a name as an avatar. The name itself must be beside it. */
export const renderAvatar = (name: string) =>
  html`<span class="avatar" aria-hidden="true">${firstLetter(name)}</span>`;

/** The first code point of a name, so that an emoji is not cut in half. */
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
