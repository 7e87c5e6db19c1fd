import { css } from 'lit';

/**
 * Styles of {@link AgentDesk}: a bar above three columns, which are inbox, conversations and details. The desk is as
 * high as the screen and never scrolls. Longer content scrolls inside its own area, because every grid row has a
 * maximum.
 */
export const agentDeskStyles = css`
  :host {
    position: fixed;
    display: grid;
    grid-template-areas:
      'bar bar bar'
      'notices notices notices'
      'offers chats details'
      'list chats details';
    grid-template-rows: auto auto fit-content(55%) minmax(0, 1fr);
    grid-template-columns: minmax(264px, 300px) minmax(0, 1fr) auto;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    overflow: hidden;
  }

  connect-chat-agent-bar {
    grid-area: bar;
  }

  connect-chat-desk-notices {
    grid-area: notices;
  }

  connect-chat-offer-list {
    grid-area: offers;
    min-height: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  connect-chat-chat-list {
    grid-area: list;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  /* The list and the chats; a narrow screen shows one of them. */
  main {
    display: contents;
  }

  .chats {
    display: grid;
    grid-area: chats;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }

  connect-chat-empty-desk {
    min-height: 0;
    overflow-y: auto;
  }

  connect-chat-customer-panel {
    grid-area: details;
    width: 300px;
    border-inline-start: 1px solid var(--line);
  }

  /* A drawer over the chats. */
  @media (max-width: 1179px) {
    connect-chat-customer-panel {
      z-index: 1;
      grid-area: 3 / 1 / 5 / 4;
      justify-self: end;
      width: min(340px, 100%);
      box-shadow: var(--shadow);
    }
  }

  /* One area at a time; offers are above both. */
  @media (max-width: 760px) {
    :host {
      grid-template-areas: 'bar' 'notices' 'offers' 'area';
      grid-template-columns: minmax(0, 1fr);
    }

    .chats,
    connect-chat-chat-list,
    connect-chat-customer-panel {
      grid-area: area;
    }

    connect-chat-customer-panel {
      width: 100%;
      border: 0;
      box-shadow: none;
    }

    connect-chat-offer-list,
    connect-chat-chat-list {
      border: 0;
    }

    :host([view='list']:not([empty])) .chats,
    :host([view='chat']) connect-chat-chat-list,
    :host([empty]) connect-chat-chat-list {
      display: none;
    }
  }
`;
