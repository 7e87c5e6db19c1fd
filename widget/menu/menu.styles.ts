import { css } from 'lit';

/** Styles of {@link Menu}. */
export const menuStyles = css`
  :host {
    position: absolute;
    top: 54px;
    right: 8px;
    z-index: 1;
  }

  :host([dir='rtl']) {
    right: auto;
    left: 8px;
  }

  ul {
    min-width: 180px;
    max-width: 260px;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--line-color);
    border-radius: 12px;
    background: var(--surface-color);
    color: var(--text-color);
    box-shadow: 0 8px 28px rgba(15, 25, 45, 0.22);
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
  }

  li button {
    flex: 1;
    min-height: 40px;
    padding: 0 12px;
    border-radius: 8px;
    text-align: start;
  }

  li button:hover {
    background: rgba(128, 128, 128, 0.16);
  }

  li button:focus-visible {
    outline-color: var(--accent-color);
    outline-offset: -2px;
  }

  [role='status'] {
    padding: 0 10px;
    color: var(--muted-color);
    font-size: 13px;
  }

  [role='status']:empty {
    display: none;
  }
`;
