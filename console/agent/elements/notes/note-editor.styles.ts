import { css } from 'lit';

/** Styles of {@link NoteEditor}: the colour of notes, which no message has. */
export const noteEditorStyles = css`
  form {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border-top: 1px solid var(--line);
    background: var(--warn-soft);
  }

  label {
    color: var(--warn);
    font-weight: 600;
    font-size: 13px;
  }

  p {
    margin: 0;
    color: var(--text);
    font-size: 13px;
  }

  .error {
    color: var(--bad);
  }

  textarea {
    box-sizing: border-box;
    width: 100%;
    max-height: 30vh;
    padding: 8px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    resize: vertical;
  }

  .answers {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
`;
