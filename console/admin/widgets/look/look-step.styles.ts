import { css } from 'lit';

/** Styles of {@link LookStep}. */
export const lookStepStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }

  .settings {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .card + .card {
    margin-top: 0;
  }

  .preview {
    position: sticky;
    top: 16px;
  }

  /* The height above and below the preview: page header, widget name, steps and save bar. */
  connect-chat-widget-preview {
    max-height: max(340px, calc(100vh - 246px));
  }

  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .preview {
      position: static;
    }

    connect-chat-widget-preview {
      max-height: 660px;
    }
  }
`;
