import { css } from 'lit';

/** Styles of the widget's forms. */
export const formStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    padding: 18px;
  }

  .lead {
    margin: 0 0 18px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .field {
    margin-bottom: 16px;
  }

  label {
    display: block;
    margin-bottom: 5px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .optional {
    color: var(--muted-color);
    font-weight: 400;
  }

  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-height: 44px;
    margin: 0;
    padding: 9px 12px;
    border: 1px solid var(--edge-color);
    border-radius: 10px;
    background: var(--surface-color);
    color: inherit;
    font: inherit;
    font-size: 16px;
    line-height: 24px;
  }

  textarea {
    resize: vertical;
  }

  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--accent-color);
    outline-offset: 0;
  }

  [aria-invalid='true'] {
    border-color: var(--bad-color);
  }

  .check {
    display: flex;
    align-items: flex-start;
  }

  .check input {
    flex: none;
    width: 22px;
    height: 22px;
    min-height: 0;
    margin-top: 1px;
    margin-inline-end: 10px;
    accent-color: var(--accent-color);
  }

  .check label {
    margin: 0;
    font-weight: 400;
    line-height: 24px;
  }

  a {
    color: var(--link-color);
  }

  .error {
    margin: 5px 0 0;
    color: var(--bad-color);
    font-size: 13px;
    line-height: 18px;
  }

  .submit {
    flex: none;
    width: 100%;
    min-height: 44px;
    margin-top: auto;
    padding: 0 18px;
    border-radius: 12px;
    background: var(--accent-color);
    color: var(--surface-color);
    font-weight: 600;
  }

  .submit:focus-visible {
    outline-color: var(--accent-color);
  }
`;
