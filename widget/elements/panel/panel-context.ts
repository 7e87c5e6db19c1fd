import type { ChatIntent } from '../../events/chat-intent-event.js';
import type { PanelModel } from './panel-model.js';

/** What the functions that render parts of the panel need of it. */
export interface PanelContext {
  readonly model: PanelModel;
  /** The writing direction. */
  readonly dir: string;
  /** Whether the panel asks the visitor to confirm the end of the chat. */
  readonly isEnding: boolean;
  readonly isMenuOpen: boolean;
  /** Whether the visitor drags files over the panel. */
  readonly isOver: boolean;
  /** Returns a listener that dispatches an intent. */
  ask(intent: ChatIntent): () => void;
  /** Shows or hides the question whether to end the chat. */
  askToEnd(isEnding: boolean): Promise<void>;
  endChat(): void;
  toggleMenu(): Promise<void>;
}
