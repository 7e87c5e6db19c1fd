import { css } from 'lit';

/** Styles of {@link WidgetEditor}. */
export const widgetEditorStyles = css`
  .head {
    margin: 4px 0 16px;
  }

  .back::before {
    content: '← ';
  }

  .news {
    color: var(--good);
    font-weight: 600;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0 0 20px;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    list-style: none;
  }

  .steps a {
    display: block;
    padding: 8px 16px;
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

  .name {
    max-width: 460px;
    margin-bottom: 20px;
  }

  .alert {
    margin-bottom: 20px;
  }

  .bar {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: none;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    margin-top: 24px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .bar[data-shown='true'] {
    display: flex;
  }

  @media (max-height: 480px) {
    .bar {
      position: static;
    }
  }
`;
