import { css } from 'lit';

/** Styles of {@link Composer}. */
export const composerStyles = css`
  :host {
    display: block;
    flex: none;
    min-height: var(--connect-chat-composer-height, 0);
    background: var(--connect-chat-composer-color, none);
  }

  form {
    display: flex;
    align-items: flex-end;
    margin: 0 12px 12px;
    border: 1px solid var(--edge-color, #767e8c);
    border-radius: 14px;
    background: var(--surface-color, #fff);
  }

  form:focus-within {
    border-color: var(--accent-color, #0b5fff);
    box-shadow: 0 0 0 1px var(--accent-color, #0b5fff);
    /* Seen where colours are forced, which leaves no shadows. */
    outline: 1px solid transparent;
  }

  textarea {
    flex: 1;
    min-width: 0;
    max-height: 120px;
    padding: 11px 4px 11px 14px;
    border: 0;
    background: none;
    font-size: var(--connect-chat-composer-font-size, inherit);
    line-height: 20px;
    resize: none;
    overflow-y: auto;
  }

  textarea:focus {
    outline: none;
  }

  textarea::placeholder {
    color: var(--muted-color, #5c6470);
    opacity: 1;
  }

  button {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 34px;
    height: 34px;
    margin: 4px;
    border-radius: 10px;
    color: var(--muted-color, #5c6470);
    transition: opacity 0.12s ease;
  }

  button + button {
    margin-inline-start: 0;
  }

  .send {
    background: var(--customer-bubble-color, #0b5fff);
    color: var(--customer-text-color, #fff);
  }

  connect-chat-emoji-picker {
    margin: 0 12px 8px;
    border: 1px solid var(--line-color, #dfe3ea);
    border-radius: 14px;
    background: var(--surface-color, #fff);
  }

  connect-chat-emoji-picker:not(:defined) {
    display: none;
  }

  button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }

  button:focus-visible {
    outline-color: var(--accent-color, #0b5fff);
  }

  button svg {
    width: 20px;
    height: 20px;
  }

  p {
    margin: -6px 14px 8px;
    font-size: 12px;
    text-align: end;
    color: var(--muted-color, #5c6470);
  }

  p[data-over='true'] {
    color: var(--bad-color, #b3261e);
  }
`;
