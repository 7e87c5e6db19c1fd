import { css } from 'lit';

/** Styles of {@link CannedReplyPage}. */
export const cannedReplyPageStyles = css`
  .news:not(:empty) {
    color: var(--good);
    font-weight: 600;
  }

  .card {
    margin-bottom: 16px;
  }

  h2 {
    margin: 0 0 8px;
    font-size: 16px;
  }

  .what {
    flex: 1 1 240px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .text {
    margin: 4px 0 0;
    color: var(--muted);
    white-space: pre-wrap;
  }
`;
