import type { ChatIntent } from '../../events/chat-intent-event.js';
import type { PanelModel } from './panel-model.js';

/** What the functions that render the panel's parts need of the panel. */
export interface PanelContext {
  readonly model: PanelModel;
  /** The direction of writing. */
  readonly dir: string;
  /** Whether the visitor is asked if the chat should end. */
  readonly isEnding: boolean;
  readonly isMenuOpen: boolean;
  /** Whether files are held over the panel. */
  readonly isOver: boolean;
  /** Gives a listener that asks the owner of the chat for something. */
  ask(intent: ChatIntent): () => void;
  /** Asks the visitor whether the chat should end, or no longer. */
  askToEnd(isEnding: boolean): Promise<void>;
  endChat(): void;
  toggleMenu(): Promise<void>;
}
