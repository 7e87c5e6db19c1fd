import { TranscriptView } from '../../../../widget/elements/transcript/transcript-view.js';
import { staffLanguage } from '../../../time/time-text.js';
import { agentTranscriptStyles } from './agent-transcript.styles.js';

/**
 * @summary The widget's transcript, adapted to agents: it labels automatic messages, shows the agent's own
 *   interactive messages on the agent's side, and announces new messages of the active chat only.
 */
export class AgentTranscript extends TranscriptView {
  static override styles = [...TranscriptView.styles, agentTranscriptStyles];
  static override properties = { ...TranscriptView.properties, isQuiet: { type: Boolean } };

  /** Whether to leave the announcement of new messages to the desk. */
  declare isQuiet: boolean;

  constructor() {
    super();
    this.isQuiet = false;
    this.strings = { ...this.strings, language: staffLanguage };
  }

  /** A chat has one customer, who is named in the header, so the transcript shows no avatars. */
  protected override get hasAvatars(): boolean {
    return false;
  }

  protected override updated(): void {
    super.updated();
    for (const region of this.renderRoot.querySelectorAll('[role="log"], .typing'))
      region.setAttribute('aria-live', this.isQuiet ? 'off' : 'polite');
  }
}
