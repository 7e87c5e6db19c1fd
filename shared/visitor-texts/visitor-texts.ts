/**
 * The sentences that the service itself says to visitors in one language. An administrator can replace each of them,
 * language by language; the texts of the widget's own controls are in `widget/strings/`.
 */
export interface VisitorTexts {
  /** The heading of the panel. */
  title: string;
  /** The first message of the panel, before the visitor has written anything. */
  welcome: string;
  /** The accessible name of the launcher. */
  launcher: string;
  /** The default flow's first sentence, once the chat has started. */
  greeting: string;
  /** Said while routing looks for an agent. */
  connecting: string;
  /** Said when an agent has left and routing looks for another one. */
  requeued: string;
  /** Said when an agent hands the chat over to another queue or agent. */
  transferred: string;
  /** Said where no agent is available. */
  nobodyAvailable: string;
  /** Said where the flow can't go on. */
  apology: string;
}

export type VisitorTextName = keyof VisitorTexts;

/** Those that a contact flow can say, as `$.Texts.greeting` and so on. */
export const flowTextNames = [
  'greeting',
  'connecting',
  'requeued',
  'transferred',
  'nobodyAvailable',
  'apology',
] as const;
