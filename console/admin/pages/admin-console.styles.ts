import { css } from 'lit';

/** Styles of {@link AdminConsole}. */
export const adminConsoleStyles = css`
  :host {
    min-height: 100vh;
    background: var(--ground);
  }

  header {
    flex-wrap: wrap;
    gap: 8px 14px;
    padding: 8px 20px;
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  nav a {
    padding: 7px 12px;
    border-radius: var(--radius-small);
    color: var(--muted);
    font-weight: 600;
    text-decoration: none;
  }

  nav a:hover {
    background: var(--sunken);
    color: var(--text);
  }

  nav a[aria-current='page'] {
    background: var(--accent-soft);
    color: var(--text);
  }

  .space {
    flex: 1;
  }

  .who {
    font-weight: 600;
  }

  main {
    max-width: 1240px;
    margin: 0 auto;
    padding: 28px 20px 0;
  }

  main > * {
    display: block;
    padding-bottom: 40px;
  }

  main > [role='alert'],
  main > connect-chat-widget-editor {
    padding-bottom: 0;
  }

  .problem {
    margin-bottom: 16px;
    color: var(--bad);
  }

  .alone > * {
    padding-bottom: 0;
  }

  @media (max-width: 640px) {
    .who {
      display: none;
    }

    header {
      padding: 8px 10px;
    }

    nav {
      order: 1;
      flex-basis: 100%;
    }

    nav a {
      padding: 6px 10px;
    }

    main {
      padding: 20px 14px 0;
    }
  }
`;
