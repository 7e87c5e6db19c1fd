import { css } from 'lit';

/** Styles of {@link WidgetPreview}. */
export const widgetPreviewStyles = css`
  :host {
    display: block;
  }

  .above {
    padding-bottom: 10px;
  }

  .switches {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    gap: 8px;
  }

  label {
    display: grid;
    gap: 2px;
    min-width: 0;
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
  }

  select {
    min-width: 0;
    min-height: 32px;
    width: 100%;
    padding: 0 6px;
    color: var(--text);
    font-weight: 400;
    font-size: 13px;
  }

  .remark {
    margin-top: 8px;
    color: var(--muted);
    font-size: 13px;
  }

  .remark:empty {
    display: none;
  }

  .screen {
    margin: 0 auto;
    border-radius: var(--radius);
    box-shadow:
      0 0 0 1px var(--line),
      var(--shadow);
    overflow: hidden;
  }

  iframe {
    display: block;
    border: 0;
    transform-origin: 0 0;
  }
`;
