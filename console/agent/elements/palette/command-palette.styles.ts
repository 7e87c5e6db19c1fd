import { css } from 'lit';

/** Styles of {@link CommandPalette}. */
export const commandPaletteStyles = css`
  connect-chat-staff-dialog {
    --dialog-width: 600px;
    --list-height: 50vh;
  }

  .palette {
    display: grid;
    gap: 12px;
  }

  .group {
    padding: 10px 8px 4px;
    color: var(--muted);
    font-weight: 600;
    font-size: 13px;
  }

  .entry {
    display: flex;
    gap: 12px;
    align-items: baseline;
    min-height: 28px;
  }

  .label {
    flex: none;
    max-width: 60%;
    overflow-wrap: anywhere;
  }

  .hint {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--muted);
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  [aria-selected='true'] .hint,
  [aria-selected='true'] kbd {
    color: var(--text);
  }

  kbd {
    flex: none;
    color: var(--muted);
    font: inherit;
    font-size: 13px;
  }
`;
