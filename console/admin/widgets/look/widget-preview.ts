import { LitElement, html, type PropertyValues } from 'lit';
import { takesMessages } from '../../../../shared/away.js';
import { toWidgetConfiguration } from '../../../../shared/to-widget-configuration.js';
import { resolveTexts } from '../../../../shared/visitor-texts/resolve-texts.js';
import type { Widget } from '../../../../shared/widget-config.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { previewReady, type PreviewState, type PreviewView } from '../../preview/preview-view.js';
import { languages } from '../state/choices.js';
import { widgetPreviewStyles } from './widget-preview.styles.js';

type Device = 'desktop' | 'phone';

/** The sizes of the previewed screens, in pixels. */
const screens: Record<Device, { width: number; height: number }> = {
  desktop: { width: 720, height: 720 },
  phone: { width: 390, height: 720 },
};

const states: Record<PreviewState, string> = {
  closed: 'Closed',
  questions: 'Pre-chat questions',
  away: 'Outside opening hours',
  open: 'Just opened',
  chat: 'In a chat',
  nobody: 'No agents available',
  ended: 'Chat ended',
  error: 'Error',
};

/** The smallest scale at which the preview is still readable. */
const minScale = 0.2;

const languageOptions = {
  '': 'Default',
  ...Object.fromEntries(languages.map(({ value, text }) => [value, text])),
};

/** @summary The real widget in a frame, on a sample page, before anything is saved. */
export class WidgetPreview extends LitElement {
  static override styles = [controls, adminStyles, widgetPreviewStyles];
  static override properties = {
    widget: { attribute: false },
    state: { state: true },
    device: { state: true },
    scheme: { state: true },
    direction: { state: true },
    language: { state: true },
    scale: { state: true },
  };

  /** The widget to show; it must be valid. */
  declare widget: Widget;
  declare protected state: PreviewState;
  declare protected device: Device;
  declare protected scheme: PreviewView['scheme'];
  declare protected direction: PreviewView['direction'];
  declare protected language: string;
  declare protected scale: number;
  private isReady = false;
  private readonly handleResize = (): void => this.fit();
  /** Waits for the next frame, because changing the layout inside the observer's callback raises an error. */
  private readonly resizing = new ResizeObserver(() => requestAnimationFrame(this.handleResize));

  constructor() {
    super();
    this.state = 'chat';
    this.device = 'desktop';
    this.scheme = 'light';
    this.direction = 'auto';
    this.language = '';
    this.scale = 1;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.handleMessage);
    addEventListener('resize', this.handleResize);
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.handleMessage);
    removeEventListener('resize', this.handleResize);
    this.resizing.disconnect();
    this.isReady = false;
  }

  private get frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }

  private readonly handleMessage = ({ data, origin, source }: MessageEvent): void => {
    if (origin !== location.origin || source !== this.frame?.contentWindow || data !== previewReady) return;
    this.isReady = true;
    this.send();
  };

  private send(): void {
    if (!this.isReady || !this.widget) return;
    const { widget, state, scheme, direction, language } = this;
    const spoken = language || widget.language;
    const view: PreviewView = {
      configuration: toWidgetConfiguration('preview', widget, spoken),
      texts: resolveTexts(widget.texts, spoken),
      state,
      scheme,
      direction,
      language,
    };
    this.frame?.contentWindow?.postMessage(view, location.origin);
  }

  /** Scales the screen to fit the width and the maximum height of this element. */
  private fit(): void {
    const { width, height } = screens[this.device];
    const above = this.renderRoot.querySelector<HTMLElement>('.above')?.offsetHeight ?? 0;
    const most = parseFloat(getComputedStyle(this).maxHeight);
    const room = Number.isNaN(most) ? Infinity : most - above;
    this.scale = Math.max(minScale, Math.min(1, this.clientWidth / width, room / height));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('device') || changed.has('state')) this.fit();
    this.send();
  }

  /** Explains why a state looks like another one. */
  private get remark(): string {
    const { preChat, away, survey, startOn } = this.widget;
    if (this.state === 'questions' && preChat.length === 0)
      return startOn === 'open'
        ? 'No pre-chat questions: chats start immediately.'
        : 'No pre-chat questions: the first message starts the chat.';
    if (this.state === 'away' && !takesMessages(away))
      return 'Chats start outside opening hours, too: visitors aren’t asked to leave a message.';
    if (this.state === 'ended' && survey.kind === 'OFF')
      return 'Rating is off: chats end without a question.';
    return '';
  }

  // Sets styles as properties, because a strict Content-Security-Policy blocks style attributes.
  override render() {
    const { width, height } = screens[this.device];
    const { scale } = this;
    return html`<div class="above">
        <div class="switches">
          ${this.renderSwitch('State', 'state', states)}
          ${this.renderSwitch('Device', 'device', { desktop: 'Desktop', phone: 'Phone' })}
          ${this.renderSwitch('Theme', 'scheme', { light: 'Light', dark: 'Dark' })}
          ${this.renderSwitch('Direction', 'direction', {
            auto: 'Automatic',
            ltr: 'Left to right',
            rtl: 'Right to left',
          })}
          ${this.renderSwitch('Language', 'language', languageOptions)}
        </div>
        <p class="remark" role="status">${this.remark}</p>
      </div>
      <div class="screen" .style=${`width:${width * scale}px;height:${height * scale}px`}>
        <iframe
          src="/admin/preview/"
          title="The widget as visitors see it"
          .style=${`width:${width}px;height:${height}px;transform:scale(${scale})`}
        ></iframe>
      </div>`;
  }

  private renderSwitch(
    label: string,
    member: 'state' | 'device' | 'scheme' | 'direction' | 'language',
    options: Record<string, string>,
  ) {
    const handleChange = (event: Event): void => {
      Object.assign(this, { [member]: (event.target as HTMLSelectElement).value });
    };
    return html`<label
      >${label}
      <select @change=${handleChange}>
        ${Object.entries(options).map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${value === this[member]}>${text}</option>`,
        )}
      </select>
    </label>`;
  }
}
