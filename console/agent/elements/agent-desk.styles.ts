import { css } from 'lit';

/** Styles of {@link AgentDesk}. */
export const agentDeskStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    overflow: hidden;
  }

  main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(260px, 320px) minmax(0, 1fr);
    min-height: 0;
  }

  connect-chat-chat-list {
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  connect-chat-empty-desk {
    overflow-y: auto;
  }

  .columns {
    display: flex;
    gap: 12px;
    min-width: 0;
    padding: 12px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }

  connect-chat-chat-column {
    flex: 1 1 340px;
    min-width: 320px;
    max-width: 760px;
  }

  .ringing {
    display: none;
  }

  @media (max-width: 760px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }

    [data-view='list'] .columns,
    [data-view='chat'] connect-chat-chat-list,
    connect-chat-chat-column:not([active]) {
      display: none;
    }

    connect-chat-chat-list {
      border: 0;
    }

    main:has(connect-chat-empty-desk) {
      grid-template-rows: auto minmax(0, 1fr);
    }

    .columns {
      padding: 0;
      overflow: visible;
    }

    connect-chat-chat-column {
      min-width: 0;
      max-width: none;
    }

    .ringing {
      display: flex;
      border-radius: 0;
    }
  }
`;
