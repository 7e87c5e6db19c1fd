import { css } from 'lit';

/** Styles of {@link AgentConsole}. */
export const agentConsoleStyles = css`
  :host {
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--ground);
  }

  .whole {
    display: grid;
    min-height: 100vh;
    min-height: 100dvh;
    padding: 24px;
    align-content: center;
    justify-items: center;
    text-align: center;
    color: var(--muted);
  }

  .whole h1 {
    margin: 0;
    font-size: 22px;
    color: var(--text);
  }
`;
