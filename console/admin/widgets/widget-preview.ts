import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { controls } from '../../controls.styles.js';
import { adminStyles } from '../admin.styles.js';
import { previewReady, type PreviewState, type PreviewView } from '../preview/preview-view.js';
import { languages } from './choices.js';
import { widgetPreviewStyles } from './widget-preview.styles.js';

type Device = 'desktop' | 'phone';

/** Pixels of the screens that a preview stands for. */
const screens: Record<Device, { width: number; height: number }> = {
  desktop: { width: 720, height: 760 },
  phone: { width: 390, height: 760 },
};

const states: Record<PreviewState, string> = {
  closed: 'Closed',
  questions: 'Questions before the chat',
  away: 'Out of hours',
  open: 'Just opened',
  chat: 'In a chat',
  nobody: 'Nobody here',
  ended: 'After the chat',
  error: 'Error',
};

const languageOptions = {
  '': 'The widget’s own',
  ...Object.fromEntries(languages.map(({ value, text }) => [value, text])),
};

/**
 * @summary The real widget in a frame of its own, on a made-up page: as it will be, before anything is saved.
 */
export class WidgetPreview extends LitElement {
  static override styles = [controls, adminStyles, widgetPreviewStyles];
  static override properties = {
    configuration: { attribute: false },
    state: { state: true },
    device: { state: true },
    scheme: { state: true },
    direction: { state: true },
    language: { state: true },
    scale: { state: true },
  };

  declare configuration: WidgetConfiguration;
  declare protected state: PreviewState;
  declare protected device: Device;
  declare protected scheme: PreviewView['scheme'];
  declare protected direction: PreviewView['direction'];
  declare protected language: string;
  declare protected scale: number;
  private isReady = false;
  private readonly resizing = new ResizeObserver(() => this.fit());

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
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.handleMessage);
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
    if (!this.isReady || !this.configuration) return;
    const { configuration, state, scheme, direction, language } = this;
    const view: PreviewView = { configuration, state, scheme, direction, language };
    this.frame?.contentWindow?.postMessage(view, location.origin);
  }

  /** A whole screen, as small as it has to be. */
  private fit(): void {
    this.scale = Math.min(1, this.clientWidth / screens[this.device].width) || 1;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('device')) this.fit();
    this.send();
  }

  /** Why a moment looks like another one. */
  private get remark(): string {
    const { preChat, takesMessages, survey } = this.configuration;
    if (this.state === 'questions' && preChat.length === 0)
      return 'This widget asks nothing before a chat: it begins at once.';
    if (this.state === 'away' && !takesMessages)
      return 'This widget starts a chat out of hours, too: nobody is asked to leave a message.';
    if (this.state === 'ended' && survey.kind === 'OFF') return 'This widget asks nothing after a chat.';
    return '';
  }

  // Styles are set as properties: a strict Content-Security-Policy lets no style attribute pass.
  override render() {
    const { width, height } = screens[this.device];
    const { scale } = this;
    return html`<div class="switches">
        ${this.renderSwitch('Moment', 'state', states)}
        ${this.renderSwitch('Screen', 'device', { desktop: 'Desktop', phone: 'Phone' })}
        ${this.renderSwitch('Scheme', 'scheme', { light: 'Light', dark: 'Dark' })}
        ${this.renderSwitch('Direction', 'direction', {
          auto: 'As the language',
          ltr: 'Left to right',
          rtl: 'Right to left',
        })}
        ${this.renderSwitch('Language', 'language', languageOptions)}
      </div>
      ${this.remark ? html`<p class="muted">${this.remark}</p>` : nothing}
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
