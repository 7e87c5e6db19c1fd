import { css } from 'lit';

/** Styles of {@link FirstChat}. */
export const firstChatStyles = css`
  :host {
    display: block;
    max-width: 26rem;
    text-align: start;
  }

  h2 {
    margin: 0 0 4px;
    font-size: 20px;
    letter-spacing: -0.01em;
    text-align: center;
  }

  .lead {
    margin: 0 0 20px;
    color: var(--muted);
    text-align: center;
  }

  ol {
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }

  li {
    position: relative;
    min-height: 32px;
    padding: 4px 0 20px 48px;
    counter-increment: step;
  }

  li::before {
    position: absolute;
    top: 0;
    left: 0;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--sunken);
    color: var(--muted);
    font-weight: 600;
    line-height: 32px;
    text-align: center;
    content: counter(step);
  }

  li[aria-current]::before {
    background: var(--accent);
    color: var(--on-accent);
  }

  li.done::before {
    content: '✓';
  }

  li p {
    margin: 0 0 8px;
  }

  a {
    display: inline-flex;
    align-items: center;
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--text);
    font-weight: 600;
    text-decoration: none;
  }

  a.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  .skip {
    text-align: center;
  }
`;
