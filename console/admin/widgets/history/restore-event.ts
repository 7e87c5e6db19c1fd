import type { WidgetVersion } from '../state/widget-version.js';

/** Fired when the user restores an earlier version of a widget. */
export class RestoreEvent extends Event {
  static readonly eventName = 'connect-chat-restore';
  readonly version: WidgetVersion;

  constructor(version: WidgetVersion) {
    super(RestoreEvent.eventName, { bubbles: true, composed: true });
    this.version = version;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-restore': RestoreEvent;
  }
}
