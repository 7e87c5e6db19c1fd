import { css } from 'lit';

/** Styles of buttons and fields on staff pages. Every control is at least 24 px wide and high. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 600;
    cursor: pointer;
    transition: background-color 0.12s ease;
  }

  button:hover:enabled {
    background: var(--sunken);
  }

  button:disabled {
    opacity: 0.6;
    cursor: default;
  }

  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover:enabled {
    background: var(--accent-strong);
  }

  button.good {
    border-color: transparent;
    background: var(--good);
    color: var(--on-good);
  }

  button.good:hover:enabled {
    background: var(--good-strong);
  }

  button.bad {
    border-color: transparent;
    background: var(--bad);
    color: var(--on-bad);
  }

  button.bad:hover:enabled {
    background: var(--bad-strong);
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--muted);
  }

  button.quiet:hover:enabled {
    background: var(--sunken);
    color: var(--text);
  }

  button.small {
    min-height: 30px;
    padding: 0 10px;
    font-size: 14px;
  }

  input,
  select {
    min-height: 40px;
    padding: 0 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--surface);
  }

  input {
    width: 100%;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  svg {
    flex: none;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
