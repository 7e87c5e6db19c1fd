import { Type, type Static, type TSchema } from 'typebox';
import { AwaySchema } from './away.js';
import { labelNames, type LabelName } from './label-names.js';
import { languages, type LanguageTag } from './languages.js';
import { limits } from './limits.js';
import { pictureAddress } from './picture-address.js';
import { PreChatFieldSchema } from './pre-chat-field.js';
import { SurveySchema } from './survey.js';
import { integer, text } from './text-schema.js';
import type { VisitorTextName } from './visitor-texts/visitor-texts.js';
import { themeColours } from './theme-colours.js';

const closed = { additionalProperties: false } as const;
/** `#rgb` or `#rrggbb`. Only hex is allowed, so that a colour can't contain other CSS. */
const colour = (fallback: string) =>
  Type.String({
    pattern: `^${fallback === '' ? '(' : ''}#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})${fallback === '' ? ')?' : ''}$`,
    default: fallback,
    description: `A hex code such as #0b5fff${fallback === '' ? ', or nothing' : ''}.`,
  });
const icon = ({ backgroundColor, color }: { backgroundColor: string; color: string }) =>
  Type.Object({ backgroundColor: colour(backgroundColor), color: colour(color) }, { ...closed, default: {} });
type Colours = typeof themeColours;
type ColourSchemas = {
  [Name in keyof Colours]: Colours[Name] extends string ? ReturnType<typeof colour> : ReturnType<typeof icon>;
};
const colours = Object.fromEntries(
  Object.entries(themeColours).map(([name, value]) => [
    name,
    typeof value === 'string' ? colour(value) : icon(value),
  ]),
) as ColourSchemas;
const defaultOffset = 20;
const offset = (edge: string) =>
  integer(
    { most: 200 },
    (range) => `The distance of the launcher from the ${edge} of the window in pixels: ${range}.`,
    { default: defaultOffset },
  );
const fontCharacters = 200;

/** The appearance of a widget. It reaches the page as CSS custom properties, never as style text. */
export const ThemeSchema = Type.Object(
  {
    font: Type.String({
      pattern: `^[\\p{L}\\p{N} ,'"_-]{1,${fontCharacters}}$`,
      default: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
      description: `Font names as CSS lists them, such as "Open Sans", Arial, sans-serif: letters, digits, spaces, hyphens, quotes and commas, ${fontCharacters} characters at most.`,
    }),
    ...colours,
    logoUrl: pictureAddress('The address of a picture for the header'),
    launcherPosition: Type.Union([Type.Literal('right'), Type.Literal('left')], {
      default: 'right',
      description: 'The bottom corner of the launcher: right or left.',
    }),
    launcherSize: integer(
      { least: 44, most: 96 },
      (range) => `The width and height of the launcher in pixels: ${range}.`,
      { default: 58 },
    ),
    /** Displayed beside the icon; if empty, only the icon is displayed. */
    launcherLabel: text(
      { most: 40 },
      (length) => `A text of ${length} beside the launcher’s icon, or nothing.`,
      { default: '' },
    ),
    launcherOffsetX: offset('right or left edge'),
    launcherOffsetY: offset('bottom edge'),
    colorScheme: Type.Union([Type.Literal('light'), Type.Literal('dark'), Type.Literal('auto')], {
      default: 'auto',
      description: 'light, dark, or auto: as the visitor has set the browser.',
    }),
  },
  { ...closed, default: {} },
);
const label = text(
  { least: 1, most: 256 },
  (length) => `A text of ${length}; placeholders in braces are filled in.`,
);
/** Labels that replace the defaults of the widget's language. */
export const LabelsSchema = Type.Partial(
  Type.Object(Object.fromEntries(labelNames.map((name) => [name, label])) as Record<LabelName, typeof label>),
  { ...closed, default: {} },
);
const ofLanguage = (length: string): string => `A text of ${length}; the default of the language if empty.`;
const sentence = text({ most: limits.messageCharacters }, ofLanguage);
const shortText = 100;
const short = text({ most: shortText }, ofLanguage);
/** The texts of a widget in one language: see `VisitorTexts`. */
const LanguageTextsSchema = Type.Partial(
  Type.Object({
    title: short,
    welcome: sentence,
    launcher: short,
    greeting: sentence,
    connecting: sentence,
    requeued: sentence,
    transferred: sentence,
    nobodyAvailable: sentence,
    apology: sentence,
    idleWarning: sentence,
    idleEnd: sentence,
  } satisfies Record<VisitorTextName, unknown>),
  closed,
);
const byTag = Object.fromEntries(languages.map(({ tag }) => [tag, LanguageTextsSchema]));
export const TextsSchema = Type.Object(
  {
    title: text({ least: 1, most: shortText }, (length) => `A text of ${length}.`, {
      default: 'Chat with us',
    }),
    /** The panel's first message. If empty: the default of the visitor's language. */
    welcome: text({ most: limits.messageCharacters }, (length) => `A text of ${length}.`, { default: '' }),
    /** The launcher's accessible name. If empty: the default of the visitor's language. */
    launcher: text({ most: shortText }, (length) => `A text of ${length}.`, { default: '' }),
    labels: LabelsSchema,
    /** Texts for single languages, which take precedence over the members above. */
    byLanguage: Type.Partial(Type.Object(byTag as Record<LanguageTag, typeof LanguageTextsSchema>), {
      ...closed,
      default: {},
      description: `Texts by language: ${languages.map(({ tag }) => tag).join(', ')}.`,
    }),
  },
  { ...closed, default: {} },
);
/** The texts that a page gets, in its language. */
export const PageTextsSchema = Type.Pick(TextsSchema, ['title', 'welcome', 'launcher', 'labels']);
export const WidgetSecuritySchema = Type.Object(
  {
    required: Type.Boolean({
      default: false,
      description: 'Whether a chat starts only with a signed token: true or false.',
    }),
  },
  { ...closed, default: {} },
);
const feature = (description: string, fallback: boolean) =>
  Type.Boolean({ default: fallback, description: `${description}: true or false.` });
/** The optional features of a widget. */
export const FeaturesSchema = Type.Object(
  {
    attachments: feature('Whether customers and agents may send files', true),
    composer: feature('Whether visitors can write', true),
    confirmEnd: feature('Whether the widget asks before it ends a chat', true),
    emoji: feature('Whether there is an emoji picker', true),
    longMessages: feature(
      `Whether a message may have ${limits.longMessageBytes} bytes (UTF-8) instead of ${limits.messageCharacters} characters`,
      false,
    ),
    names: feature('Whether names are shown above messages', true),
    queuePosition: feature('Whether waiting visitors see their position in the queue', true),
    sound: feature(
      'Whether a new message makes a soft sound while the visitor isn’t looking at the chat',
      true,
    ),
    transcript: feature('Whether visitors may download the transcript', true),
    unreadInTitle: feature("Whether the page's title shows the number of unread messages", false),
  },
  { ...closed, default: {} },
);
/**
 * When a chat without pre-chat questions starts: with the visitor's first message, or when the panel is
 * opened.
 */
const startOn = Type.Union([Type.Literal('message'), Type.Literal('open')], {
  default: 'message',
  description:
    'When a chat starts: message, with the first message of the visitor, or open, once the panel is opened.',
});
const language = Type.String({
  pattern: '^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8}){0,3}$',
  default: 'en',
  description: 'A language tag such as en or pt-BR.',
});

/** The accepted pre-chat questions, as a sentence. */
export const takesQuestions = `Up to ${limits.preChatFields} questions that are answered before a chat starts.`;

const domainCharacters = 300;

/** A widget with all members present, as it is stored and returned. */
export const WidgetSchema = Type.Object(
  {
    name: text({ least: 1, most: 128 }, (length) => `A name of ${length}.`),
    domains: Type.Array(Type.String({ maxLength: domainCharacters }), {
      maxItems: limits.domains,
      default: [],
      description: `Up to ${limits.domains} origins of at most ${domainCharacters} characters, such as https://shop.example.`,
    }),
    flowId: Type.String({
      minLength: 1,
      maxLength: 128,
      default: 'default',
      description: 'The id of a contact flow.',
    }),
    security: WidgetSecuritySchema,
    theme: ThemeSchema,
    texts: TextsSchema,
    language,
    startOn,
    features: FeaturesSchema,
    preChat: Type.Array(PreChatFieldSchema, {
      maxItems: limits.preChatFields,
      default: [],
      description: takesQuestions,
    }),
    away: AwaySchema,
    survey: SurveySchema,
  },
  closed,
);
export type Widget = Static<typeof WidgetSchema>;
export type Theme = Static<typeof ThemeSchema>;
export type Texts = Static<typeof TextsSchema>;
export type Features = Static<typeof FeaturesSchema>;
export type Labels = Static<typeof LabelsSchema>;

/** Defaults that a page's configuration omits, because the widget knows them. */
export const sparseThemeDefaults = {
  accentColor: '',
  launcherLabel: '',
  launcherOffsetX: defaultOffset,
  launcherOffsetY: defaultOffset,
} as const;
const { accentColor, launcherLabel, launcherOffsetX, launcherOffsetY, ...alwaysSent } =
  ThemeSchema.properties;
// Without defaults, because the serializer would write them for omitted members.
const sent = <Schema extends TSchema>(schema: Schema) => Type.Optional({ ...schema, default: undefined });
const PageThemeSchema = Type.Object(
  {
    ...alwaysSent,
    accentColor: sent(accentColor),
    launcherLabel: sent(launcherLabel),
    launcherOffsetX: sent(launcherOffsetX),
    launcherOffsetY: sent(launcherOffsetY),
  },
  closed,
);
/** The theme as a page gets it. */
export type PageTheme = Static<typeof PageThemeSchema>;
const { longMessages, ...featuresAlwaysSent } = FeaturesSchema.properties;
/** Like the theme: `longMessages` is omitted if it is off. */
const PageFeaturesSchema = Type.Object({ ...featuresAlwaysSent, longMessages: sent(longMessages) }, closed);
/** The features as a page gets them. */
export type PageFeatures = Static<typeof PageFeaturesSchema>;

/** The public part of a widget for its page: no name, no domains. */
export const WidgetConfigurationSchema = Type.Object(
  {
    widgetId: Type.String(),
    theme: PageThemeSchema,
    texts: PageTextsSchema,
    language,
    /** Omitted if it is `message`, the widget's default. */
    startOn: sent(startOn),
    features: PageFeaturesSchema,
    preChat: Type.Array(PreChatFieldSchema),
    takesMessages: Type.Boolean({
      description: 'Whether visitors can leave a message; /widgets/:widgetId/availability tells when.',
    }),
    survey: SurveySchema,
    security: WidgetSecuritySchema,
  },
  { $id: 'WidgetConfiguration', additionalProperties: false },
);
export type WidgetConfiguration = Static<typeof WidgetConfigurationSchema>;
