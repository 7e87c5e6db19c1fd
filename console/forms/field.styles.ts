import { css } from 'lit';

/** Styles of a labelled field with hint and error, and of a form's messages. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 6px;
  }

  label {
    font-weight: 600;
    font-size: 14px;
  }

  .hint,
  .error {
    margin: 0;
    font-size: 13px;
  }

  .hint {
    color: var(--muted);
  }

  .error {
    color: var(--bad);
  }

  [aria-invalid='true'] {
    border-color: var(--bad);
  }

  .alert,
  .notice {
    margin: 0 0 20px;
    padding: 10px 14px;
    border-radius: var(--radius-small);
    font-size: 14px;
  }

  .alert {
    background: var(--bad-soft);
    color: var(--bad);
  }

  .notice {
    background: var(--accent-soft);
    color: var(--text);
  }
`;
