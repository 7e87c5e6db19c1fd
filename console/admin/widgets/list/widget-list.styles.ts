import { css } from 'lit';

/** Styles of {@link WidgetList}. */
export const widgetListStyles = css`
  .list {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list .card {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 18px;
    align-items: center;
    margin: 0;
  }

  .mark {
    flex: none;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 1px var(--line);
  }

  .about {
    display: grid;
    flex: 1 1 240px;
    gap: 4px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  h2 a {
    color: inherit;
    text-decoration: none;
  }

  h2 a:hover {
    text-decoration: underline;
  }

  .news:not(:empty) {
    margin-bottom: 16px;
    color: var(--good);
    font-weight: 600;
  }

  .empty {
    display: block !important;
  }
`;
