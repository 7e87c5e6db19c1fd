import { css } from 'lit';

/** Styles of {@link ReplyPicker}. */
export const replyPickerStyles = css`
  .picker {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }

  label {
    font-weight: 600;
    font-size: 13px;
  }

  ul {
    max-height: 30vh;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
    padding: 6px 8px;
    border-radius: var(--radius-small);
    cursor: pointer;
  }

  li:hover {
    background: var(--sunken);
  }

  li[aria-selected='true'] {
    background: var(--accent-soft);
  }

  .shortcut {
    color: var(--accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .folder {
    color: var(--muted);
    font-size: 13px;
    text-align: end;
  }

  li[aria-selected='true'] .folder {
    color: var(--text);
  }

  .text {
    grid-column: 1 / -1;
    overflow: hidden;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .none {
    margin: 0;
    color: var(--muted);
    font-size: 13px;
  }

  .none:empty {
    display: none;
  }
`;
