import { css } from 'lit';

/** Styles of {@link WidgetEditor}. */
export const widgetEditorStyles = css`
  .head {
    gap: 8px 24px;
    align-items: end;
    margin: 0 0 16px;
  }

  .head > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .back {
    display: inline-block;
    padding: 2px 0;
    font-size: 14px;
  }

  .back::before {
    content: '← ';
  }

  h1 {
    font-size: 22px;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    list-style: none;
  }

  .steps a {
    display: block;
    padding: 6px 14px;
    border-radius: var(--radius-small);
    color: var(--muted);
    font-weight: 600;
    text-decoration: none;
  }

  .steps a:hover {
    background: var(--sunken);
    color: var(--text);
  }

  .steps a[aria-current='step'] {
    background: var(--accent-soft);
    color: var(--text);
  }

  .alert {
    margin-bottom: 20px;
  }
`;
