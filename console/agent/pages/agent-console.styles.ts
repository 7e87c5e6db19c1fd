import { css } from 'lit';

/** Styles of {@link AgentConsole}. */
export const agentConsoleStyles = css`
  :host {
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--ground);
  }
`;
