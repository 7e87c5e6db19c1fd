import { css } from 'lit';

/** Styles of {@link QueueEditor}. */
export const queueEditorStyles = css`
  form > .card {
    margin-bottom: 16px;
  }

  .plain {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  .plain legend {
    padding: 0;
    font-weight: 600;
    font-size: 14px;
  }

  .holiday {
    display: flex;
    flex: 1 1 420px;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  .holiday label {
    display: grid;
    flex: 1 1 130px;
    gap: 4px;
    font-size: 13px;
  }

  .holiday .holiday-name {
    flex-grow: 2;
  }

  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
  }

  .span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }

  .span input {
    width: 118px;
  }

  .bar {
    display: flex;
    position: sticky;
    bottom: 0;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    margin: 0 -4px;
    padding: 12px 18px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .news {
    color: var(--good);
    font-weight: 600;
  }
`;
