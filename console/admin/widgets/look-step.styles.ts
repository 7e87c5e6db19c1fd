import { css } from 'lit';

/** Styles of {@link LookStep}. */
export const lookStepStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }

  .card + .card {
    margin-top: 0;
  }

  aside {
    position: sticky;
    top: 16px;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-bottom: 8px;
    padding: 0;
    font-weight: 700;
    font-size: 14px;
  }

  fieldset + fieldset {
    margin-top: 6px;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
  }

  .tick input {
    flex: none;
    width: 20px;
    height: 20px;
  }

  .colour {
    display: flex;
    gap: 8px;
  }

  .colour input[type='color'] {
    flex: none;
    width: 44px;
    height: 40px;
    padding: 3px;
    cursor: pointer;
  }

  .advice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-top: 2px;
    padding: 8px 12px;
    border-radius: var(--radius-small);
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 13px;
  }

  .advice button {
    color: var(--text);
  }

  .swatch {
    width: 14px;
    height: 14px;
    border: 1px solid var(--edge);
    border-radius: 4px;
  }

  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    aside {
      position: static;
    }
  }
`;
