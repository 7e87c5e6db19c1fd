import { css } from 'lit';

/** Styles of {@link TransferDialog}. */
export const transferDialogStyles = css`
  form {
    display: grid;
    gap: 12px;
  }

  p {
    margin: 0;
  }

  .lead,
  .none {
    color: var(--muted);
  }

  .none:empty,
  .problem:empty {
    display: none;
  }

  .options {
    max-height: 34vh;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    overflow-y: auto;
  }

  .group {
    padding: 8px 12px 4px;
    color: var(--muted);
    font-weight: 600;
    font-size: 13px;
  }

  .option {
    display: flex;
    gap: 10px;
    align-items: center;
    position: relative;
    min-height: 40px;
    padding: 4px 12px;
    font-weight: 400;
  }

  .option:hover {
    background: var(--sunken);
  }

  .option input {
    flex: none;
    width: 18px;
    min-height: 0;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }

  .option .name {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .option .hint {
    flex: none;
    color: var(--muted);
    font-size: 13px;
  }

  textarea {
    box-sizing: border-box;
    width: 100%;
    padding: 9px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .problem {
    color: var(--bad);
  }

  .answers {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
`;
