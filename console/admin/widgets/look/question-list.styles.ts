import { css } from 'lit';

/** Styles of {@link QuestionList}. */
export const questionListStyles = css`
  :host {
    display: block;
  }

  ol {
    display: grid;
    gap: 14px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  fieldset {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  legend {
    padding: 0 6px;
    font-weight: 600;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: 12px;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .tick input {
    width: 20px;
    height: 20px;
  }

  #add {
    margin: 14px 0 8px;
  }

  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  textarea {
    width: 100%;
  }
`;
