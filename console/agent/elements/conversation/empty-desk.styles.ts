import { css } from 'lit';

/** Styles of {@link EmptyDesk}. */
export const emptyDeskStyles = css`
  :host {
    display: grid;
    align-content: center;
    justify-items: center;
    padding: 32px 24px;
    text-align: center;
  }

  .picture {
    display: grid;
    width: 72px;
    height: 72px;
    margin-bottom: 16px;
    border-radius: 50%;
    place-items: center;
    background: var(--sunken);
    color: var(--muted);
  }

  .picture svg {
    width: 32px;
    height: 32px;
  }

  .picture[data-waiting='true'] {
    background: var(--accent-soft);
    color: var(--accent);
    animation: breathe 3.2s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      box-shadow: 0 0 0 12px var(--accent-soft);
    }
  }

  h2 {
    margin: 0 0 4px;
    font-size: 20px;
    letter-spacing: -0.01em;
  }

  p {
    max-width: 36ch;
    margin: 0 0 20px;
    color: var(--muted);
  }
`;
