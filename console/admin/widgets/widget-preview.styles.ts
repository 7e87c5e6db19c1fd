import { css } from 'lit';

/** Styles of {@link WidgetPreview}. */
export const widgetPreviewStyles = css`
  :host {
    display: block;
  }

  .switches {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 10px;
    margin-bottom: 12px;
  }

  label {
    display: grid;
    gap: 4px;
    color: var(--muted);
    font-size: 13px;
    font-weight: 600;
  }

  select {
    min-height: 36px;
    width: 100%;
    color: var(--text);
    font-weight: 400;
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
