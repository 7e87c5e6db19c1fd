import { css } from 'lit';

/** Styles of the header of a staff page, which begins with the logo. */
export const pageHeader = css`
  header {
    display: flex;
    align-items: center;
    min-height: 56px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  .mark {
    display: grid;
    flex: none;
    width: 32px;
    height: 32px;
    border-radius: 9px;
    place-items: center;
    background: var(--accent);
    color: var(--on-accent);
  }
`;
