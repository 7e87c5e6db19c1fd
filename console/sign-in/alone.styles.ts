import { css } from 'lit';

/** Styles of a page that shows a short message only: loading, unreachable, not allowed. */
export const aloneStyles = css`
  .alone {
    display: grid;
    gap: 14px;
    max-width: 480px;
    min-height: 100vh;
    min-height: 100dvh;
    margin: 0 auto;
    padding: 24px;
    align-content: center;
    justify-items: center;
    text-align: center;
    color: var(--muted);
  }

  .alone h1 {
    margin: 0;
    font-size: 22px;
    color: var(--text);
  }

  .alone p {
    margin: 0;
  }
`;
