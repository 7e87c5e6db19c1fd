import { css } from 'lit';

/** Styles of a staff page that consists of one form on a card: sign-in and set-up. */
export const formStyles = css`
  .page {
    display: grid;
    min-height: 100vh;
    min-height: 100dvh;
    padding: 24px 16px;
    place-items: center;
    background: var(--ground);
  }

  .card {
    width: min(100%, 400px);
    padding: 32px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .mark {
    display: grid;
    width: 44px;
    height: 44px;
    margin-bottom: 20px;
    border-radius: 12px;
    place-items: center;
    background: var(--accent);
    color: var(--on-accent);
  }

  h1 {
    margin: 0 0 8px;
    font-size: 22px;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }

  h1:focus {
    outline: none;
  }

  .lead {
    margin: 0 0 24px;
    color: var(--muted);
  }

  a {
    color: var(--accent);
  }

  form {
    display: grid;
    gap: 16px;
  }

  form button {
    min-height: 42px;
    margin-top: 4px;
  }

  @media (max-width: 480px) {
    .card {
      padding: 24px 20px;
    }
  }
`;
