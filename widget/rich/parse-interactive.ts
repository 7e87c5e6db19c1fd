import { toSafeLink } from '../../shared/safe-link.js';
import { parseTime } from './parse-time.js';

/** A picture of a template, with an `https:` address. */
export interface Picture {
  url: string;
  description: string;
}
interface Heading {
  title: string;
  subtitle: string;
  picture: Picture | null;
}
/** Where a link opens: in a new tab, or in place of the page (or its frame). */
export type LinkTarget = '_blank' | '_self' | '_parent' | '_top';
/** An element to choose. `link` opens a page instead of answering; `paging` asks for the next page of a long list. */
export interface Choice extends Heading {
  link: string | null;
  paging: 'SHOW_MORE' | 'PREVIOUS_OPTIONS' | null;
}
/** The token that asks for the next page of a long list. */
export type ListPosition = Partial<
  Record<'referenceId' | 'listId' | 'preIndex' | 'nextIndex', string | number>
>;
interface Choices extends Heading {
  choices: Choice[];
  linkTarget: LinkTarget;
  position: ListPosition;
  /** The identifier of a card in a carousel. */
  identifier: string;
  /** The text that replaces the title when an element was chosen. */
  reply: string;
}
export interface ListPicker extends Choices {
  type: 'ListPicker';
}
/** A list picker below a large picture. */
export interface Panel extends Choices {
  type: 'Panel';
}
export interface QuickReply extends Choices {
  type: 'QuickReply';
}
/** A time to choose: `date` is the answer, as in the message; `start` and `end` are in milliseconds since 1970. */
export interface TimeSlot {
  date: string;
  start: number;
  end: number;
}
export interface TimePicker extends Heading {
  type: 'TimePicker';
  /** In order of time. */
  slots: TimeSlot[];
  /** The name of a place; empty for none. */
  place: string;
  reply: string;
}
export interface Carousel extends Heading {
  type: 'Carousel';
  cards: (ListPicker | Panel)[];
  isVertical: boolean;
  /** Whether an answer omits the title of its card. */
  omitsTitle: boolean;
}
/** The supported interactive messages of Amazon Connect. */
export type Interactive = ListPicker | Panel | TimePicker | QuickReply | Carousel;

/** Limits of Amazon Connect ("Validation limits"): longer texts end in "…", further elements are omitted. */
const bounds = {
  titleCharacters: 5_000,
  elementCharacters: 400,
  descriptionCharacters: 50,
  // Its limit is 200, but signed addresses of pictures are longer, and its widget shows them.
  pictureCharacters: 2_048,
  choices: 10,
  slots: 40,
  slotSeconds: 3_600,
  cards: 5,
};

type Members = Record<string, unknown>;
const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};
const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.map(membersOf) : []);
const textOf = (value: unknown, atMost: number = bounds.elementCharacters): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text;
};

/** Parses the template in a message's content; null if there is none that can be shown and answered. */
export function parseInteractive(json: string): Interactive | null {
  const template = parseJson(json);
  return template.templateType === 'Carousel' ? parseCarousel(template) : parseSimple(template);
}

/** The title of any template, known or unknown; empty for none. */
export const interactiveTitle = (json: string): string =>
  textOf(contentOf(parseJson(json)).title, bounds.titleCharacters);

function parseJson(json: string): Members {
  try {
    return membersOf(JSON.parse(json));
  } catch {
    return {};
  }
}

const contentOf = (template: Members): Members => membersOf(membersOf(template.data).content);
const replyOf = (template: Members): string => textOf(membersOf(membersOf(template.data).replyMessage).title);

function parseSimple(template: Members): Exclude<Interactive, Carousel> | null {
  const { templateType: type } = template;
  if (type === 'TimePicker') return parseTimePicker(template);
  return type === 'ListPicker' || type === 'Panel' || type === 'QuickReply'
    ? parseChoices(type, template)
    : null;
}

function headingOf(members: Members, atMost: number): Heading {
  const { imageData, imageDescription } = members;
  const url = typeof imageData === 'string' && imageData.length <= bounds.pictureCharacters ? imageData : '';
  const address = toSafeLink(url);
  return {
    title: textOf(members.title, atMost),
    subtitle: textOf(members.subtitle, atMost),
    picture: address?.startsWith('https:')
      ? { url: address, description: textOf(imageDescription, bounds.descriptionCharacters) }
      : null,
  };
}

function parseChoices<Type extends 'ListPicker' | 'Panel' | 'QuickReply'>(
  type: Type,
  template: Members,
): (Choices & { type: Type }) | null {
  const content = contentOf(template);
  const heading = headingOf(content, bounds.titleCharacters);
  const choices = listOf(content.elements)
    .map(parseChoice)
    .filter(({ title }) => title);
  if (!heading.title || choices.length === 0) return null;
  const { templateIdentifier } = template;
  return {
    type,
    ...heading,
    choices: choices.slice(0, bounds.choices),
    linkTarget: linkTarget(content.targetForLinks),
    position: positionOf(content),
    identifier: typeof templateIdentifier === 'string' ? templateIdentifier : '',
    reply: replyOf(template),
  };
}

function parseChoice(element: Members): Choice {
  const { type, url, actionDetail } = element;
  const link = type === 'hyperlink' && typeof url === 'string' ? toSafeLink(url) : undefined;
  return {
    ...headingOf(element, bounds.elementCharacters),
    link: link ?? null,
    paging: actionDetail === 'SHOW_MORE' || actionDetail === 'PREVIOUS_OPTIONS' ? actionDetail : null,
    // A link without a valid address must not become an answer.
    ...(type === 'hyperlink' && !link && { title: '' }),
  };
}

/** Parses a target of a link; a new tab by default. */
export function linkTarget(given: unknown): LinkTarget {
  return given === '_self' || given === '_parent' || given === '_top' ? given : '_blank';
}

function positionOf(content: Members): ListPosition {
  const position: ListPosition = {};
  for (const name of ['referenceId', 'listId', 'preIndex', 'nextIndex'] as const) {
    const value = content[name];
    if (typeof value === 'string' || typeof value === 'number') position[name] = value;
  }
  return position;
}

function parseTimePicker(template: Members): TimePicker | null {
  const content = contentOf(template);
  const { timeZoneOffset, location } = content;
  const offset = typeof timeZoneOffset === 'number' ? timeZoneOffset : 0;
  const slots = listOf(content.timeslots)
    .slice(0, bounds.slots)
    .flatMap(({ date, duration }): TimeSlot[] => {
      const start = typeof date === 'string' ? parseTime(date, offset) : null;
      if (start === null) return [];
      const seconds = Math.min(Math.max(Number(duration) || 0, 0), bounds.slotSeconds);
      return [{ date: date as string, start, end: start + seconds * 1_000 }];
    });
  const heading = headingOf(content, bounds.titleCharacters);
  if (!heading.title || slots.length === 0) return null;
  slots.sort((one, other) => one.start - other.start);
  const place = textOf(membersOf(location).title);
  return { type: 'TimePicker', ...heading, slots, place, reply: replyOf(template) };
}

function parseCarousel(template: Members): Carousel | null {
  const content = contentOf(template);
  const cards = listOf(content.elements)
    .slice(0, bounds.cards)
    .flatMap((element): (ListPicker | Panel)[] => {
      const card = parseSimple(element);
      return card?.type === 'ListPicker' || card?.type === 'Panel' ? [card] : [];
    });
  const heading = headingOf(content, bounds.titleCharacters);
  if (!heading.title || cards.length === 0) return null;
  const { carouselIsVertical, omitTitleFromCarouselResponse } = content;
  const isVertical = carouselIsVertical === true;
  return {
    type: 'Carousel',
    ...heading,
    cards,
    isVertical,
    omitsTitle: omitTitleFromCarouselResponse === true,
  };
}
