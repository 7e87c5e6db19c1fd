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

  .reply {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
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

  [aria-selected='true'] .folder {
    color: var(--text);
  }

  .text {
    grid-column: 1 / -1;
    overflow: hidden;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
