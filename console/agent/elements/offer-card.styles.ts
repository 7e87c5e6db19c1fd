import { css } from 'lit';

/** Styles of {@link OfferCard}. */
export const offerCardStyles = css`
  :host {
    display: block;
  }

  article {
    position: relative;
    display: grid;
    gap: 10px;
    padding: 14px;
    border: 1px solid var(--good);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow);
    animation: ring 1.6s ease-in-out infinite;
  }

  @keyframes ring {
    50% {
      box-shadow:
        var(--shadow),
        0 0 0 4px var(--good-soft);
    }
  }

  header {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
  }

  h3 {
    min-width: 0;
    margin: 0;
    font-size: 16px;
    overflow-wrap: anywhere;
  }

  .left {
    flex: none;
    font-weight: 600;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    color: var(--good);
  }

  progress {
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--sunken);
    appearance: none;
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--sunken);
  }

  progress::-webkit-progress-value {
    background: var(--good);
  }

  progress::-moz-progress-bar {
    background: var(--good);
  }

  blockquote {
    display: -webkit-box;
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--radius-small);
    background: var(--sunken);
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
  }

  .silent,
  .page {
    margin: 0;
    font-size: 13px;
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  .page {
    margin-top: 6px;
  }

  .answer {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
`;
