/** What a browser stores of a chat, so that the chat continues after a navigation or a crash. */
export interface KeptChat {
  /** The client token of the start: sent again, it returns the same chat. */
  startToken: string;
  /** The answers to the pre-chat form, until the service has them. */
  answers?: Record<string, string>;
  /** The offline message, until the service has it. */
  leftMessage?: string;
  /** Set when the service has started the chat. */
  participantToken?: string;
  /** Whether the visitor has ended the chat, and the service has not confirmed it. */
  isEnding?: boolean;
  /** The visitor's answer to the survey. */
  survey?: KeptSurvey;
}

/** The answer to a survey until it is stored, then the mark that it is. */
export interface KeptSurvey {
  clientToken: string;
  rating: number;
  comment: string;
  isSent?: boolean;
}

/** A widget and its service. */
export interface WidgetAddress {
  /** The service's origin. */
  serviceUrl: string;
  widgetId: string;
}

/** The storage key for a widget's data. */
export const keyOf = ({ serviceUrl, widgetId }: WidgetAddress): string =>
  `connect-chat ${serviceUrl} ${widgetId}`;

/** Whether a storage has a key; false if the browser denies storage. */
export function isKept(storage: () => Storage, name: string): boolean {
  try {
    return name in storage();
  } catch {
    return false;
  }
}
