import type { AwayReason } from '../../../shared/away.js';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { ConnectChatWidget } from '../../../widget/connect-chat-widget.js';
import type { ConversationSession } from '../../../widget/conversation/conversation-host.js';
import type { PreviewView } from './preview-view.js';
import { SampleSession } from './sample-session.js';

/**
 * @summary The widget itself, with what a service would tell it put in by hand: an unsaved configuration, a sample chat.
 */
export class PreviewWidget extends ConnectChatWidget {
  private readonly sample = new SampleSession();
  private shown: PreviewView['state'] | undefined;
  /** What the sample chat was made from, as text. */
  private source = '';

  constructor() {
    super();
    this.widgetId = 'preview';
    this.serviceUrl = location.origin;
  }

  /** Shows another look at once; the sample chat starts again only where it is another, so that what is tried out stays. */
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
    // An open panel asks again, as it does when it is opened.
    if (isBefore(state)) await this.conversation?.starter.begin();
  }

  /** Nobody is there where that is the moment to be looked at. */
  async lookAway(): Promise<AwayReason> {
    return this.shown === 'away' ? 'CLOSED' : null;
  }

  override async refresh(): Promise<void> {
    // What is shown is what is being made: the service does not know it yet.
  }

  protected override loadOnce(): Promise<WidgetConfiguration> {
    return Promise.resolve(this.configuration!);
  }

  protected override createSession(): ConversationSession {
    return this.sample;
  }
}

const isBefore = (state: PreviewView['state']): boolean => state === 'away' || state === 'questions';
