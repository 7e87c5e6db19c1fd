import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { TranscriptView } from '../../../../widget/elements/transcript/transcript-view.js';
import { staffLanguage } from '../../../time/time-text.js';
import { agentTranscriptStyles } from './agent-transcript.styles.js';
import { renderNote } from './render-note.js';

/**
 * @summary The widget's transcript as an agent needs it: automatic messages are named, the agent's own interactive
 * messages stand on the agent's side, private notes have a colour of their own, and of several transcripts only the one in front reads out what is new.
 */
export class AgentTranscript extends TranscriptView {
  static override styles = [...TranscriptView.styles, agentTranscriptStyles];
  static override properties = { ...TranscriptView.properties, isQuiet: { type: Boolean } };

  /** Whether screen readers hear of new messages elsewhere. */
  declare isQuiet: boolean;

  constructor() {
    super();
    this.isQuiet = false;
    this.strings = { ...this.strings, language: staffLanguage };
  }

  /** The agent knows who speaks: there is one customer, and the header names them. */
  protected override get hasAvatars(): boolean {
    return false;
  }

  protected override renderMessage(item: TranscriptItem, before: TranscriptItem | undefined): unknown {
    return item.type === 'NOTE' ? renderNote(item, this.strings) : super.renderMessage(item, before);
  }

  protected override updated(): void {
    super.updated();
    for (const region of this.renderRoot.querySelectorAll('[role="log"], .typing'))
      region.setAttribute('aria-live', this.isQuiet ? 'off' : 'polite');
  }
}
