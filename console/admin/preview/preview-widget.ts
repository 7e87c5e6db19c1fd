import type { AwayReason } from '../../../shared/away.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import type { ConversationSession } from '../../../widget/conversation/conversation-host.js';
import type { PreviewView } from './preview-view.js';
import { SampleSession } from './sample-session.js';

/** @summary The real widget with an unsaved configuration and a sample chat instead of a service. */
export class PreviewWidget extends ConnectChatWidget {
  private readonly sample = new SampleSession();
  private shown: PreviewView['state'] | undefined;
  /** The input of the sample chat, as JSON. */
  private source = '';

  constructor() {
    super();
    this.widgetId = 'preview';
    this.serviceUrl = location.origin;
  }

  /**
   * Shows another view. The sample chat restarts only if its input has changed, so that the administrator can try
   * things out while editing colours.
   */
  async view({ configuration, texts, state, scheme, direction, language }: PreviewView): Promise<void> {
    const theme = { ...configuration.theme, colorScheme: scheme };
    this.dir = direction === 'auto' ? '' : direction;
    this.language = language || undefined;
    this.configuration = { ...configuration, theme };
    const startsOnOpen = configuration.startOn === 'open' || !configuration.features.composer;
    const source = JSON.stringify([startsOnOpen, texts]);
    if (state === this.shown && source === this.source) return;
    this.shown = state;
    this.source = source;
    this.sample.show(state, { texts, startsOnOpen });
    await (state === 'closed' ? this.hide() : this.show());
    // Checks availability again, as an opening panel does.
    if (isBefore(state)) await this.conversation?.begin();
  }

  /** Reports closed opening hours in the state that shows them. */
  async lookAway(): Promise<AwayReason> {
    return this.shown === 'away' ? 'CLOSED' : null;
  }

  override async refresh(): Promise<void> {
    // The preview shows an unsaved configuration, so it loads none.
  }

  protected override loadOnce(): Promise<WidgetConfiguration> {
    return Promise.resolve(this.configuration!);
  }

  protected override createSession(): ConversationSession {
    return this.sample;
  }
}

const isBefore = (state: PreviewView['state']): boolean => state === 'away' || state === 'questions';
