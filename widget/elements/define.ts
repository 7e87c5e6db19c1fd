import { Composer } from './composer/composer.js';
import { TranscriptView } from './transcript/transcript-view.js';

// The widget and the agent console share these elements; the first to load defines them.
if (!customElements.get('connect-chat-composer')) customElements.define('connect-chat-composer', Composer);
if (!customElements.get('connect-chat-transcript'))
  customElements.define('connect-chat-transcript', TranscriptView);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-composer': Composer;
    'connect-chat-transcript': TranscriptView;
  }
}
