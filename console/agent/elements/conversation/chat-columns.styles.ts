import { css } from 'lit';

/** Styles of {@link ChatColumns}. */
export const chatColumnsStyles = css`
  :host {
    display: flex;
    box-sizing: border-box;
    gap: 12px;
    min-width: 0;
    min-height: 0;
    padding: 12px;
    overflow-x: auto;
    overflow-y: hidden;
    overscroll-behavior-x: contain;
    scroll-padding-inline: 12px;
    scroll-snap-type: x mandatory;
  }

  connect-chat-chat-column {
    flex: none;
    width: calc((100% - (var(--shown, 1) - 1) * 12px) / var(--shown, 1));
    min-height: 0;
    scroll-snap-align: start;
  }

  @media (max-width: 760px) {
    :host {
      padding: 0;
      overflow: hidden;
    }

    connect-chat-chat-column {
      width: 100%;
    }

    connect-chat-chat-column:not([active]) {
      display: none;
    }
  }
`;
