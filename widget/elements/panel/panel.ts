import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { ChatIntentEvent, type ChatIntent } from '../../events/chat-intent-event.js';
import { reset } from '../reset.styles.js';
import { TakeFiles } from '../take-files.js';
import { tokens } from '../tokens.styles.js';
import { setPanelColours } from './panel-colours.js';
import type { PanelContext } from './panel-context.js';
import type { PanelModel } from './panel-model.js';
import { panelStyles } from './panel.styles.js';
import { renderBanner } from './render-banner.js';
import { renderChat, renderQuestions } from './render-chat.js';
import { renderHeader, renderMenu } from './render-header.js';

/**
 * @summary The open chat: header, connection state, transcript, composer. It renders its model, and dispatches what
 * the visitor wants.
 * @csspart header
 * @csspart minimise-button
 * @csspart end-button
 * @csspart banner
 * @csspart transcript
 * @csspart composer
 */
export class Panel extends LitElement implements PanelContext {
  static override styles = [reset, tokens, panelStyles];
  static override properties = {
    model: { attribute: false },
    isEnding: { state: true },
    isMenuOpen: { state: true },
  };

  /** Everything that the panel shows. The owner sets it before the first render. */
  declare model: PanelModel;
  declare isEnding: boolean;
  declare isMenuOpen: boolean;
  readonly #dropping = new TakeFiles(
    this,
    () => this.model.features.attachments === true && this.#find('connect-chat-composer') !== null,
  );

  constructor() {
    super();
    this.isEnding = false;
    this.isMenuOpen = false;
  }

  get isOver(): boolean {
    return this.#dropping.isOver;
  }

  /** Whether the newest item is on the screen. */
  get showsEnd(): boolean {
    return this.renderRoot.querySelector('connect-chat-transcript')?.showsEnd ?? false;
  }

  /** Moves the focus to where the visitor continues. */
  override focus(): void {
    (this.#find('connect-chat-composer, [part=form]:defined') ?? this.#find('.over .main'))?.focus();
  }

  ask(intent: ChatIntent): () => void {
    return () => this.dispatchEvent(new ChatIntentEvent(intent));
  }

  /** Shows or hides the question whether to end the chat, which can't be undone. */
  async askToEnd(isEnding: boolean): Promise<void> {
    this.isEnding = isEnding;
    await this.updateComplete;
    if (isEnding) this.#find('.question button')?.focus();
    else this.focus();
  }

  endChat(): void {
    this.isEnding = false;
    this.ask({ type: 'end' })();
  }

  async toggleMenu(): Promise<void> {
    if (!this.isMenuOpen) await import('../../menu/define.js').catch(() => undefined);
    this.isMenuOpen = !this.isMenuOpen;
    await this.updateComplete;
    if (!this.isMenuOpen) this.#find('.more')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    const { theme, scheme } = this.model;
    const before = changed.get('model') as PanelModel | undefined;
    if (before?.theme === theme && before.scheme === scheme) return;
    this.setAttribute('scheme', scheme);
    setPanelColours(this, theme, scheme);
  }

  override render() {
    const { form, questions, isInline } = this.model;
    return html`<div
      class="panel"
      part="panel"
      role=${isInline ? 'region' : 'dialog'}
      aria-labelledby="title"
      @keydown=${this.#handleKey}
    >
      ${renderHeader(this)} ${this.isMenuOpen ? renderMenu(this) : nothing} ${renderBanner(this)}
      ${form ?? (questions.length > 0 ? renderQuestions(this) : renderChat(this))}
    </div>`;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (this.isEnding) return void this.askToEnd(false);
    if (!this.model.isInline) this.ask({ type: 'minimise' })();
  }
}
