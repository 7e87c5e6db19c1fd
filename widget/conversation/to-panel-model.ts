import type { WidgetConfiguration } from '../../shared/widget-config.js';
import type { PanelModel } from '../elements/panel/panel-model.js';
import { failureText } from '../strings/refusal-text.js';
import type { ConversationSession } from './conversation-host.js';
import { noPlace, withEarlier, type ConversationState } from './state/conversation-state.js';

/** Everything that the panel's model is derived from. */
export interface PanelSource extends Pick<
  PanelModel,
  | 'form'
  | 'note'
  | 'questions'
  | 'photoOf'
  | 'scheme'
  | 'isInline'
  | 'isOnline'
  | 'isQuiet'
  | 'uploads'
  | 'roleNames'
  | 'strings'
> {
  readonly session: Pick<
    ConversationSession,
    'state' | 'failure' | 'items' | 'waiting' | 'contactId' | 'participantId' | 'longMessages' | 'nextAttempt'
  >;
  readonly state: ConversationState;
  /** With the page's own changes. */
  readonly configuration: Pick<WidgetConfiguration, 'theme' | 'texts' | 'features'>;
  /** On the clock of `session.nextAttempt`, in milliseconds. */
  readonly now: number;
}

/** Derives everything that the panel shows. */
export function toPanelModel({ session, state, configuration, now, ...rest }: PanelSource): PanelModel {
  const { state: phase, failure, participantId, waiting } = session;
  const { theme, texts, features } = configuration;
  return {
    ...state,
    ...rest,
    phase,
    failure: failure ? failureText(failure.code, phase === 'failed', rest.strings) : '',
    items: withEarlier(state, session.items),
    waiting,
    participantId,
    place: phase === 'live' ? state.place : noPlace,
    theme,
    heading: texts.title,
    welcome: texts.welcome,
    features: session.contactId ? { ...features, longMessages: session.longMessages } : features,
    seconds: Math.ceil(((session.nextAttempt ?? 0) - now) / 1000),
  };
}
