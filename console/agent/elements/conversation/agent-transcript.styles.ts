import { css } from 'lit';

/** Styles of {@link AgentTranscript}, above those of the transcript itself. */
export const agentTranscriptStyles = css`
  .bubble {
    max-width: min(84%, 60ch);
  }

  .own .wide {
    display: flex;
    justify-content: flex-end;
  }

  /* In the widget only screen readers get the label of automatic messages. */
  .system.first > .visually-hidden {
    position: static;
    display: flex;
    gap: 6px;
    width: auto;
    height: auto;
    margin: 0 4px 3px;
    overflow: visible;
    clip: auto;
    font-size: 12px;
    line-height: 16px;
    color: var(--muted-color);
  }

  .system.first > .visually-hidden > .visually-hidden {
    position: static;
    width: auto;
    height: auto;
    margin: 0;
    overflow: visible;
    clip: auto;
  }
`;
