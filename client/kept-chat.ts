/** What a browser keeps of a chat, so that it goes on after a navigation or a crash. */
export interface KeptChat {
  /** The client token of its start: sent again, it gives the same chat. */
  startToken: string;
  /** What the visitor answered before it; forgotten once the service has it. */
  answers?: Record<string, string>;
  /** What the visitor leaves instead of a chat; forgotten once the service has it. */
  leftMessage?: string;
  /** There once the service has answered. */
  participantToken?: string;
  /** The visitor asked for its end, and the service has not confirmed. */
  isEnding?: boolean;
  /** What the visitor said of the chat once it was over. */
  survey?: KeptSurvey;
}

/** The answer to a survey, until it is stored, and the mark that it is. */
export interface KeptSurvey {
  clientToken: string;
  rating: number;
  comment: string;
  isSent?: boolean;
}

/** Which widget of which service. */
export interface WidgetAddress {
  /** The service's origin. */
  serviceUrl: string;
  widgetId: string;
}

/** The name under which a browser keeps what belongs to a widget. */
export const keyOf = ({ serviceUrl, widgetId }: WidgetAddress): string =>
  `connect-chat ${serviceUrl} ${widgetId}`;

/** The chat that this website's pages have of this widget. Kept in localStorage: reading there leaves nothing behind. */
export function readKeptChat(address: WidgetAddress): KeptChat | undefined {
  try {
    const chat = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null') as KeptChat | null;
    return typeof chat?.startToken === 'string' ? chat : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it; false where the browser denies storage. */
export function writeKeptChat(address: WidgetAddress, chat: KeptChat | undefined): boolean {
  try {
    if (chat) localStorage.setItem(keyOf(address), JSON.stringify(chat));
    else localStorage.removeItem(keyOf(address));
    return true;
  } catch {
    return false;
  }
}
