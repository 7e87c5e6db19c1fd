import { css } from 'lit';

/** Styles of {@link OfferCard}. */
export const offerCardStyles = css`
  :host {
    display: block;
  }

  article {
    display: grid;
    gap: 8px;
    padding: 12px;
    border: 1px solid var(--good);
    border-radius: var(--radius);
    background: var(--raised);
    animation: ring 1.6s ease-in-out infinite;
  }

  @keyframes ring {
    50% {
      box-shadow: 0 0 0 3px var(--good-soft);
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
    overflow: hidden;
    font-size: 15px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .left {
    flex: none;
    font-weight: 600;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    color: var(--good);
  }

  progress {
    width: 100%;
    height: 3px;
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

  .what {
    display: grid;
    gap: 4px;
    min-width: 0;
  }

  blockquote {
    display: -webkit-box;
    margin: 0;
    font-size: 14px;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .answers {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .answers li,
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .left-message,
  .gone {
    font-weight: 600;
  }

  .gone {
    color: var(--warn);
  }

  .left-message,
  .gone,
  .answers,
  .silent,
  .page {
    margin: 0;
    font-size: 13px;
  }

  .label,
  .silent,
  .page {
    color: var(--muted);
  }

  .answer {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  .answer button {
    min-height: 32px;
  }

  .key {
    display: flex;
    grid-column: 1 / -1;
    gap: 4px;
    align-items: center;
    justify-content: center;
    font-size: 12px;
    color: var(--muted);
  }

  kbd {
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--sunken);
    font: inherit;
    font-size: 11px;
  }

  /* Devices without a keyboard need no shortcut. */
  @media (hover: none) {
    .key {
      display: none;
    }
  }

  /* One line above an open chat on a phone. */
  @media (max-width: 760px) {
    :host([compact]) article {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: center;
      padding: 8px 12px;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    :host([compact]) progress,
    :host([compact]) .key {
      display: none;
    }

    :host([compact]) header {
      justify-content: flex-start;
    }

    :host([compact]) .what {
      grid-row: 2;
    }

    :host([compact]) .answers,
    :host([compact]) .page {
      display: none;
    }

    :host([compact]) blockquote {
      -webkit-line-clamp: 1;
    }

    :host([compact]) .answer {
      grid-row: 1 / 3;
      grid-column: 2;
    }
  }
`;
