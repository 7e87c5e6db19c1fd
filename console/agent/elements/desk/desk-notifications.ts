/** A desktop notification of one chat. */
export interface DeskNotification {
  contactId: string;
  title: string;
  body: string;
}

/** The part of the browser's notifications that is used. */
type NotificationApi = Pick<typeof Notification, 'permission' | 'requestPermission'> &
  (new (title: string, options: NotificationOptions) => EventTarget & Pick<Notification, 'close'>);

export interface DeskNotificationsOptions {
  /** Whether the agent wants notifications. */
  isWanted: () => boolean;
  /** Whether the console is hidden from the agent. */
  isHidden?: () => boolean;
  /** The agent clicked the notification of a chat. */
  onClick: (contactId: string) => void;
  /** The browser's notifications; undefined where it has none. */
  api?: NotificationApi | undefined;
}

/**
 * Desktop notifications while the console is hidden, one a chat: a later one replaces it, also from another window of
 * this browser. A click opens the chat. The browser is asked for its permission when the agent turns them on, never
 * before.
 */
export class DeskNotifications {
  readonly #options: DeskNotificationsOptions;
  readonly #api: NotificationApi | undefined;
  readonly #shown = new Map<string, Pick<Notification, 'close'>>();

  constructor(options: DeskNotificationsOptions) {
    this.#options = options;
    this.#api = 'api' in options ? options.api : browserNotifications();
  }

  /** Asks the browser for its permission. Returns whether notifications can be shown. */
  async ask(): Promise<boolean> {
    return (await this.#api?.requestPermission()) === 'granted';
  }

  /** Shows a notification, if the agent wants it and the console is hidden. */
  show({ contactId, title, body }: DeskNotification): void {
    const { isWanted, isHidden = isPageHidden, onClick } = this.#options;
    if (!this.#api || this.#api.permission !== 'granted' || !isWanted() || !isHidden()) return;
    const shown = new this.#api(title, { body, tag: `connect-chat-${contactId}`, icon: '/icon.svg' });
    this.#shown.set(contactId, shown);
    shown.addEventListener('click', () => {
      window.focus();
      this.#close(contactId);
      onClick(contactId);
    });
  }

  /** Closes the notifications of chats other than these. */
  keep(contactIds: readonly string[]): void {
    for (const contactId of [...this.#shown.keys()])
      if (!contactIds.includes(contactId)) this.#close(contactId);
  }

  #close(contactId: string): void {
    this.#shown.get(contactId)?.close();
    this.#shown.delete(contactId);
  }
}

const isPageHidden = (): boolean => document.visibilityState === 'hidden';

const browserNotifications = (): NotificationApi | undefined =>
  'Notification' in window ? window.Notification : undefined;
