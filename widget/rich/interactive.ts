import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { downIcon } from '../elements/launcher-icons.js';
import { reset } from '../elements/reset.styles.js';
import { DrawnEvent } from '../events/drawn-event.js';
import { ChatIntentEvent } from '../events/chat-intent-event.js';
import { fill } from '../strings/fill.js';
import { en, type Strings } from '../strings/en.js';
import { choiceAnswer, type Answer } from './answers.js';
import { checkIcon } from './icons.js';
import { interactiveStyles } from './interactive.styles.js';
import {
  interactiveTitle,
  parseInteractive,
  type Carousel,
  type Choice,
  type Interactive,
  type ListPicker,
  type Panel,
  type Picture,
  type QuickReply,
  type TimePicker,
} from './parse-interactive.js';
import { pagePictures } from './page-pictures.js';
import { TimeSlots } from './time-slots.js';
import { plainTitle, titledText } from './titled-text.js';

/**
 * @summary An interactive message, which can be answered once. It dispatches the choice as a {@link ChatIntentEvent}
 * `answer`. Of an unknown template it shows the title, or else its children.
 */
export class InteractiveMessage extends LitElement {
  static override styles = [reset, interactiveStyles];
  static override properties = {
    content: {},
    isOpen: { type: Boolean },
    language: {},
    strings: { attribute: false },
    chosen: { state: true },
  };

  /** The message's content: JSON. */
  declare content: string;
  /** Whether it can still be answered. */
  declare isOpen: boolean;
  /** The language of times and dates (BCP 47); empty for the browser's. */
  declare language: string;
  declare strings: Strings;

  /** The chosen element: indexes of its card and in the card; empty for none. */
  declare protected chosen: string;
  private message: Interactive | null = null;
  private readonly times = new TimeSlots(() => this.requestUpdate());

  constructor() {
    super();
    this.content = '';
    this.isOpen = true;
    this.language = '';
    this.strings = en;
    this.chosen = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('content')) return;
    this.message = parseInteractive(this.content);
    this.chosen = '';
  }

  protected override updated(): void {
    this.tellDrawn();
  }

  private tellDrawn(): void {
    this.dispatchEvent(new DrawnEvent());
  }

  private handlePicture({ type, target }: Event): void {
    // Removes a picture that fails to load, or that the page's policy forbids.
    (target as HTMLImageElement).hidden = type === 'error';
    this.tellDrawn();
  }

  private choose(place: string, { contentType, content }: Answer): void {
    if (!this.isOpen || this.chosen) return;
    this.chosen = place;
    this.dispatchEvent(new ChatIntentEvent({ type: 'answer', contentType, content }));
  }

  override render() {
    const { message } = this;
    if (message) return message.type === 'Carousel' ? this.renderCarousel(message) : this.renderOne(message);
    const title = interactiveTitle(this.content);
    return title
      ? html`<div class="box"><p class="title">${renderTitle(title)}</p></div>`
      : html`<slot></slot>`;
  }

  private renderOne(message: Exclude<Interactive, Carousel>): TemplateResult {
    return html`<div class="box" role="group" aria-label=${plainTitle(message.title)}>
      ${this.renderHeading(message)}
      ${message.type === 'TimePicker' ? this.renderTimes(message) : this.renderChoices(message, '', null)}
      ${this.renderReply(message.reply)}
    </div>`;
  }

  private renderHeading({ type, title, subtitle, picture }: Exclude<Interactive, Carousel>) {
    return html`${picture ? this.renderPicture(picture, type === 'Panel' ? 'large' : 'wide') : nothing}
      ${renderLinks(pictureLinks(picture))}
      <p class="title">${renderTitle(title)}</p>
      ${subtitle ? html`<p class="subtitle">${renderTitle(subtitle)}</p>` : nothing}`;
  }

  private renderPicture({ url, description }: Picture, kind: 'large' | 'wide' | 'small') {
    if (!pagePictures.areShown) return nothing;
    return html`<img
      class=${kind}
      src=${url}
      alt=${description}
      loading="lazy"
      referrerpolicy="no-referrer"
      @load=${this.handlePicture}
      @error=${this.handlePicture}
    />`;
  }

  private renderChoices(template: ListPicker | Panel | QuickReply, card: string, carousel: Carousel | null) {
    return html`<ul class=${template.type === 'QuickReply' ? 'replies' : 'choices'}>
      ${template.choices.map((choice, index) => {
        if (choice.link !== null)
          return html`<li>
            ${this.renderLink(choice, template.linkTarget)} ${renderLinks(pictureLinks(choice.picture))}
          </li>`;
        const answer = choiceAnswer(choice, template, carousel);
        const links = titledText(choice.title).filter(({ href }) => href);
        // A link can't be inside a button: it stands below.
        return html`<li>
          ${this.renderButton(`${card}.${index}`, answer, this.renderChoice(choice))}
          ${renderLinks([...links, ...pictureLinks(choice.picture)])}
        </li>`;
      })}
    </ul>`;
  }

  private renderChoice({ title, subtitle, picture }: Choice): TemplateResult {
    return html`${picture ? this.renderPicture(picture, 'small') : nothing}<span class="texts"
        ><span class="name">${plainTitle(title)}</span>${
          subtitle ? html`<span class="more">${plainTitle(subtitle)}</span>` : nothing
        }</span
      >`;
  }

  private renderLink(choice: Choice, target: string): TemplateResult {
    return html`<a class="choice" href=${choice.link!} target=${target} rel="noopener noreferrer"
      >${this.renderChoice(choice)}</a
    >`;
  }

  private renderButton(place: string, answer: Answer, content: unknown, tabIndex?: number): TemplateResult {
    const isChosen = this.chosen === place;
    // The pressed button keeps the focus.
    return html`<button
      class="choice ${isChosen ? 'chosen' : ''}"
      type="button"
      tabindex=${tabIndex ?? nothing}
      ?disabled=${!this.isOpen && !isChosen}
      aria-disabled=${String(!this.isOpen || this.chosen !== '')}
      @click=${() => this.choose(place, answer)}
    >
      ${content}${
        isChosen ? html`${checkIcon}<span class="visually-hidden">${this.strings.chosen}</span>` : nothing
      }
    </button>`;
  }

  private renderTimes({ title, slots, place }: TimePicker): TemplateResult {
    const { language, chosen, isOpen } = this;
    const label = plainTitle(title);
    return html`${place ? html`<p class="subtitle">${place}</p>` : nothing}
    ${this.times.render({ slots, language, chosen, isOpen, label, button: this.renderButton.bind(this) })}`;
  }

  private renderCarousel(carousel: Carousel): TemplateResult {
    const { cards, isVertical, title, subtitle } = carousel;
    const { strings } = this;
    const label = plainTitle(title);
    return html`<div role="group" aria-roledescription="carousel" aria-label=${label}>
      <div class="box">
        <p class="title">${renderTitle(title)}</p>
        ${subtitle ? html`<p class="subtitle">${renderTitle(subtitle)}</p>` : nothing}
      </div>
      <div
        class=${isVertical ? 'column' : 'track'}
        role="group"
        aria-label=${label}
        tabindex=${isVertical ? nothing : 0}
      >
        ${cards.map(
          (card, index) =>
            html`<div
              class="box card"
              role="group"
              aria-label=${fill(strings.cardOf, { number: index + 1, count: cards.length })}
            >
              ${this.renderHeading(card)} ${this.renderChoices(card, String(index), carousel)}
              ${this.chosen.startsWith(`${index}.`) ? this.renderReply(card.reply) : nothing}
            </div>`,
        )}
      </div>
      ${isVertical || cards.length < 2 ? nothing : this.renderArrows()}
    </div>`;
  }

  private renderArrows(): TemplateResult {
    const { strings } = this;
    const isBackwards = getComputedStyle(this).direction === 'rtl';
    return html`<div class="arrows ${isBackwards ? 'backwards' : ''}">
      <button type="button" aria-label=${strings.previous} @click=${() => this.turn(-1)}>${downIcon}</button>
      <button type="button" aria-label=${strings.next} @click=${() => this.turn(1)}>${downIcon}</button>
    </div>`;
  }

  /** Shows the previous or next card, in either writing direction. */
  private turn(by: 1 | -1): void {
    const track = this.renderRoot.querySelector('.track')!;
    const { left, width } = track.getBoundingClientRect();
    const middle = left + width / 2;
    const offsets = [...track.children].map((card) => {
      const rectangle = card.getBoundingClientRect();
      return rectangle.left + rectangle.width / 2 - middle;
    });
    const nearest = offsets.map(Math.abs).indexOf(Math.min(...offsets.map(Math.abs)));
    const offset = offsets[nearest + by];
    if (offset !== undefined) track.scrollLeft += offset;
  }

  private renderReply(reply: string) {
    if (!reply) return nothing;
    return html`<p class="reply" role="status">${this.chosen ? renderTitle(reply) : nothing}</p>`;
  }
}

type TitlePart = ReturnType<typeof titledText>[number];

const renderLinks = (links: TitlePart[]): unknown =>
  links.length ? html`<p class="links">${links.map(renderPart)}</p>` : nothing;

/** The link that replaces a picture on pages that allow none. */
const pictureLinks = (picture: Picture | null): TitlePart[] =>
  picture && !pagePictures.areShown
    ? [{ text: picture.description || picture.url, href: picture.url, target: '_blank' }]
    : [];

const renderTitle = (title: string): unknown[] => titledText(title).map(renderPart);

function renderPart({ text, href, target }: TitlePart): unknown {
  return href ? html`<a href=${href} target=${target!} rel="noopener noreferrer">${text}</a>` : text;
}
