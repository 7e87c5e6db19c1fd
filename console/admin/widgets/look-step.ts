import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WidgetConfiguration, Widget } from '../../../shared/widget-config.js';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { renderChoice, renderField, renderLabelled, describedBy } from '../../forms/render-field.js';
import { adminStyles } from '../admin.styles.js';
import { colourPairs, features, languages, typefaces, type ColourPair } from './choices.js';
import { DraftEvent } from './draft-event.js';
import { lookStepStyles } from './look-step.styles.js';
import { memberAt } from './member-at.js';
import { renderColour } from './render-colour.js';

/** What is wrong with the draft, by the member's pointer. */
export type Problems = ReadonlyMap<string, string>;

/** A contact flow that can be chosen. */
export interface FlowChoice {
  flowId: string;
  name: string;
}

/** A queue that can be chosen. */
export interface QueueChoice {
  queueId: string;
  name: string;
}

const custom = 'custom';

/**
 * @summary Step 1: how the widget looks and what it says, with the widget itself beside it.
 * @event connect-chat-draft - A member should become another value.
 */
export class LookStep extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, lookStepStyles];
  static override properties = {
    draft: { attribute: false },
    configuration: { attribute: false },
    problems: { attribute: false },
    flows: { attribute: false },
    queues: { attribute: false },
    isCustomFont: { state: true },
  };

  declare draft: Widget;
  /** What the preview shows: the draft as it last was without a fault. */
  declare configuration: WidgetConfiguration;
  declare problems: Problems;
  declare flows: readonly FlowChoice[];
  declare queues: readonly QueueChoice[];

  declare protected isCustomFont: boolean;

  constructor() {
    super();
    this.problems = new Map();
    this.flows = [];
    this.queues = [];
    this.isCustomFont = false;
  }

  private set(pointer: string): (value: unknown) => void {
    return (value) => this.dispatchEvent(new DraftEvent(pointer, value));
  }

  override render() {
    return html`<div class="columns">
      <div class="stack">
        ${this.renderTypeface()} ${this.renderColours()} ${this.renderTexts()} ${this.renderLauncher()}
        ${this.renderQuestions()} ${this.renderFeatures()} ${this.renderAround()} ${this.renderFlow()}
      </div>
      <aside aria-label="Preview">
        <connect-chat-widget-preview .configuration=${this.configuration}></connect-chat-widget-preview>
      </aside>
    </div>`;
  }

  private renderTypeface() {
    const { font } = this.draft.theme;
    const known = typefaces.find(({ value }) => value === font);
    const isCustom = this.isCustomFont || !known;
    return html`<section class="card stack">
      <h2>Global typeface</h2>
      ${renderChoice({
        name: 'typeface',
        label: 'Typeface',
        value: isCustom ? custom : known.value,
        options: [...typefaces, { value: custom, text: 'Other…' }],
        onChoose: (value) => {
          this.isCustomFont = value === custom;
          if (value !== custom) this.set('/theme/font')(value);
        },
      })}
      ${
        isCustom
          ? renderField({
              name: 'font',
              label: 'Font names',
              hint: 'As CSS lists them. A font of your own is loaded by your website.',
              value: font,
              error: this.problems.get('/theme/font'),
              onInput: this.set('/theme/font'),
            })
          : nothing
      }
    </section>`;
  }

  private renderColours() {
    return html`<section class="card stack">
      <h2>Colours</h2>
      ${colourPairs.map((pair) => this.renderPair(pair))}
      ${renderChoice({
        name: 'colorScheme',
        label: 'Light or dark',
        hint: 'What is around the colours above.',
        value: this.draft.theme.colorScheme,
        options: [
          { value: 'auto', text: 'As the visitor has set it' },
          { value: 'light', text: 'Always light' },
          { value: 'dark', text: 'Always dark' },
        ],
        onChoose: this.set('/theme/colorScheme'),
      })}
    </section>`;
  }

  private renderPair({ legend, ground, front, ratio }: ColourPair) {
    const value = (pointer: string): string => String(memberAt(this.draft, pointer));
    const isIcon = ratio === 3;
    return html`<fieldset class="pair">
      <legend>${legend}</legend>
      ${renderColour({
        name: toName(ground),
        label: `${legend} ${isIcon ? 'background' : 'colour'}`,
        value: value(ground),
        error: this.problems.get(ground),
        onInput: this.set(ground),
      })}
      ${renderColour({
        name: toName(front),
        label: `${legend} ${isIcon ? 'colour' : 'text'}`,
        value: value(front),
        against: { ground: value(ground), ratio },
        error: this.problems.get(front),
        onInput: this.set(front),
      })}
    </fieldset>`;
  }

  private renderTexts() {
    const { texts, theme, language } = this.draft;
    const welcome = {
      name: 'welcome',
      label: 'Welcome text',
      hint: 'Stands above the first message. Leave it empty for none.',
      error: this.problems.get('/texts/welcome'),
    };
    const isListed = languages.some(({ value }) => value === language);
    return html`<section class="card stack">
      <h2>Texts</h2>
      ${renderField({
        name: 'title',
        label: 'Title',
        value: texts.title,
        error: this.problems.get('/texts/title'),
        onInput: this.set('/texts/title'),
      })}
      ${renderLabelled(
        welcome,
        html`<textarea
          id="welcome"
          rows="2"
          aria-invalid=${welcome.error ? 'true' : 'false'}
          aria-describedby=${describedBy(welcome)}
          .value=${texts.welcome}
          @input=${(event: Event) => this.set('/texts/welcome')((event.target as HTMLTextAreaElement).value)}
        ></textarea>`,
      )}
      ${renderField({
        name: 'logoUrl',
        label: 'Logo',
        type: 'url',
        isOptional: true,
        placeholder: 'https://',
        hint: 'The address of a picture for the header. Your website’s security policy has to allow it.',
        value: theme.logoUrl,
        error: this.problems.get('/theme/logoUrl'),
        onInput: this.set('/theme/logoUrl'),
      })}
      ${renderChoice({
        name: 'language',
        label: 'Language',
        value: language,
        options: isListed ? languages : [...languages, { value: language, text: language }],
        onChoose: this.set('/language'),
      })}
    </section>`;
  }

  private renderLauncher() {
    const { launcherPosition, launcherSize } = this.draft.theme;
    return html`<section class="card stack">
      <h2>Launcher</h2>
      <div class="pair">
        ${renderChoice({
          name: 'launcherPosition',
          label: 'Position',
          value: launcherPosition,
          options: [
            { value: 'right', text: 'Bottom right' },
            { value: 'left', text: 'Bottom left' },
          ],
          onChoose: this.set('/theme/launcherPosition'),
        })}
        ${renderField({
          name: 'launcherSize',
          label: 'Size in pixels',
          type: 'number',
          value: String(launcherSize),
          error: this.problems.get('/theme/launcherSize'),
          onInput: (text) => this.set('/theme/launcherSize')(text === '' ? text : Number(text)),
        })}
      </div>
    </section>`;
  }

  private renderQuestions() {
    return html`<section class="card stack">
      <div>
        <h2>Before the chat</h2>
        <p class="muted">
          What visitors are asked first. Agents and contact flows see each answer as a contact attribute.
        </p>
      </div>
      <connect-chat-question-list
        .questions=${this.draft.preChat}
        .problems=${this.problems}
        @connect-chat-draft=${(event: DraftEvent) => this.set(event.pointer)(event.value)}
      ></connect-chat-question-list>
    </section>`;
  }

  private renderFeatures() {
    const isOn = this.draft.features;
    return html`<section class="card stack">
      <fieldset>
        <legend><h2>In the chat</h2></legend>
        ${features.map(
          ({ name, text }) =>
            html`<label class="tick"
              ><input
                type="checkbox"
                .checked=${live(isOn[name])}
                @change=${(event: Event) =>
                  this.set(`/features/${name}`)((event.target as HTMLInputElement).checked)}
              />
              ${text}</label
            >`,
        )}
      </fieldset>
    </section>`;
  }

  private renderAround() {
    return html`<connect-chat-around-settings
      .draft=${this.draft}
      .problems=${this.problems}
      .queues=${this.queues}
    ></connect-chat-around-settings>`;
  }

  private renderFlow() {
    return html`<section class="card stack">
      <h2>Contact flow</h2>
      ${renderChoice({
        name: 'flowId',
        label: 'Contact flow',
        hint: 'What happens from the moment a chat starts until an agent answers.',
        value: this.draft.flowId,
        options: this.flows.map(({ flowId, name }) => ({ value: flowId, text: name })),
        error: this.problems.get('/flowId'),
        onChoose: this.set('/flowId'),
      })}
    </section>`;
  }
}

const toName = (pointer: string): string => pointer.slice(1).replace(/\//g, '-');
