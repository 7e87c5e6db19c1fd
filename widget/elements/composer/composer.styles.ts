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
    border: 1px solid var(--edge-color);
    border-radius: 14px;
    background: var(--surface-color);
  }

  form:focus-within {
    border-color: var(--accent-color);
    box-shadow: 0 0 0 1px var(--accent-color);
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

  /* Smaller letters make iOS enlarge the page. */
  @media (pointer: coarse) {
    textarea {
      font-size: max(16px, var(--connect-chat-composer-font-size, 16px));
    }
  }

  textarea:focus {
    outline: none;
  }

  textarea::placeholder {
    color: var(--muted-color);
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
    color: var(--muted-color);
    transition: opacity 0.12s ease;
  }

  button + button {
    margin-inline-start: 0;
  }

  .send {
    background: var(--accent-color);
    color: var(--surface-color);
  }

  connect-chat-emoji-picker {
    margin: 0 12px 8px;
    border: 1px solid var(--line-color);
    border-radius: 14px;
    background: var(--surface-color);
  }

  connect-chat-emoji-picker:not(:defined) {
    display: none;
  }

  button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }

  button:focus-visible {
    outline-color: var(--accent-color);
  }

  button svg {
    width: 20px;
    height: 20px;
  }

  p {
    margin: -6px 14px 8px;
    font-size: 12px;
    text-align: end;
    color: var(--muted-color);
  }

  p[data-over='true'] {
    color: var(--bad-color);
  }
`;
