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

/** Whether a browser keeps something under a name; false where it denies storage. */
export function isKept(storage: () => Storage, name: string): boolean {
  try {
    return name in storage();
  } catch {
    return false;
  }
}
