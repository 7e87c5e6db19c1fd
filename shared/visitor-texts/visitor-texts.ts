/**
 * The service's own texts for visitors in one language. An administrator can replace each, language by
 * language. The texts of the widget's controls are in `widget/strings/`.
 */
export interface VisitorTexts {
  /** The heading of the panel. */
  title: string;
  /** The first message of the panel, before the visitor has written anything. */
  welcome: string;
  /** The accessible name of the launcher. */
  launcher: string;
  /** The default flow's first message, once the chat has started. */
  greeting: string;
  /** Sent while routing looks for an agent. */
  connecting: string;
  /** Sent when an agent has left and routing looks for another one. */
  requeued: string;
  /** Said when an agent hands the chat over to another queue or agent. */
  transferred: string;
  /** Sent if no agent is available. */
  nobodyAvailable: string;
  /** Sent if the flow can't continue. */
  apology: string;
  /** Sent if the visitor is silent; `{minutes}` is the time until the chat ends. */
  idleWarning: string;
  /** Sent before the chat ends because the visitor stayed silent. */
  idleEnd: string;
}

export type VisitorTextName = keyof VisitorTexts;

/** The texts that a contact flow can send, as `$.Texts.greeting` and so on. */
export const flowTextNames = [
  'greeting',
  'connecting',
  'requeued',
  'transferred',
  'nobodyAvailable',
  'apology',
  'idleWarning',
  'idleEnd',
] as const;
