import { css } from 'lit';

/** Styles of {@link Teaser}. */
export const teaserStyles = css`
  :host {
    position: fixed;
    right: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-right));
    bottom: calc(
      var(--launcher-size, 58px) + var(--launcher-offset-y, 20px) + 12px + env(safe-area-inset-bottom)
    );
    display: block;
    width: 300px;
    max-width: calc(100vw - var(--launcher-offset-x, 20px) - 20px);
    color: var(--text-color);
    animation: arrive 0.2s ease-out;
  }

  :host([side='left']) {
    right: auto;
    left: calc(var(--launcher-offset-x, 20px) + env(safe-area-inset-left));
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      animation: none;
    }
  }

  .teaser {
    display: flex;
    align-items: flex-start;
    border-radius: 16px;
    background: var(--surface-color);
    box-shadow:
      0 0 0 1px rgba(15, 25, 45, 0.08),
      0 8px 28px rgba(15, 25, 45, 0.22);
    outline: 1px solid transparent;
  }

  .message {
    display: flex;
    flex: 1;
    align-items: flex-start;
    min-width: 0;
    padding: 14px;
    padding-inline-end: 0;
    text-align: start;
  }

  .face {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 32px;
    height: 32px;
    margin-inline-end: 10px;
    border-radius: 50%;
    background: var(--accent-color);
    color: var(--surface-color);
    font-size: 13px;
    font-weight: 600;
  }

  .face svg {
    width: 18px;
    height: 18px;
  }

  .words {
    display: -webkit-box;
    min-width: 0;
    overflow: hidden;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
    word-break: break-word;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .words b {
    display: block;
    font-weight: 600;
  }

  .away {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 32px;
    height: 32px;
    margin: 6px;
    border-radius: 50%;
    color: var(--muted-color);
  }

  .away svg {
    width: 18px;
    height: 18px;
  }

  .away:hover {
    color: var(--text-color);
  }

  button:focus-visible {
    outline-color: var(--accent-color);
    outline-offset: -3px;
    border-radius: 16px;
  }

  /* A phone: one line beside the launcher, so that the page stays free. */
  @media (max-width: 480px) {
    :host {
      right: calc(
        var(--launcher-size, 58px) + var(--launcher-offset-x, 20px) + 8px + env(safe-area-inset-right)
      );
      bottom: calc(var(--launcher-offset-y, 20px) + env(safe-area-inset-bottom));
      width: auto;
      max-width: calc(100vw - var(--launcher-size, 58px) - var(--launcher-offset-x, 20px) - 28px);
    }

    :host([side='left']) {
      right: auto;
      left: calc(
        var(--launcher-size, 58px) + var(--launcher-offset-x, 20px) + 8px + env(safe-area-inset-left)
      );
    }

    .teaser {
      align-items: center;
    }

    .message {
      padding: 9px;
      padding-inline-end: 0;
    }

    .words {
      -webkit-line-clamp: 2;
    }
  }
`;
