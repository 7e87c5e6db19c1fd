import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

/** `#rgb` or `#rrggbb`: hex only, so that no other CSS can hide in a colour. */
const colour = (fallback: string) =>
  Type.String({ pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$', default: fallback });
const icon = () =>
  Type.Object(
    { backgroundColor: colour('#0b5fff'), color: colour('#ffffff') },
    { additionalProperties: false },
  );

/** How a widget looks. Everything reaches the page through CSS custom properties, never as style text. */
export const ThemeSchema = Type.Object(
  {
    /** Font names as CSS lists them: letters, digits, spaces, hyphens, quotes and commas, nothing else. */
    font: Type.String({
      pattern: '^[\\p{L}\\p{N} ,\'"_-]{1,200}$',
      default: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    }),
    headerColor: colour('#0b5fff'),
    headerTextColor: colour('#ffffff'),
    agentBubbleColor: colour('#eef1f6'),
    agentTextColor: colour('#1b1f24'),
    customerBubbleColor: colour('#0b5fff'),
    customerTextColor: colour('#ffffff'),
    openIcon: icon(),
    closeIcon: icon(),
  },
  { additionalProperties: false },
);
export const TextsSchema = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 100, default: 'Chat with us' }),
    /** Stands above the first message; empty shows nothing. */
    welcome: Type.String({ maxLength: 1024, default: '' }),
  },
  { additionalProperties: false },
);
export const WidgetSecuritySchema = Type.Object(
  {
    required: Type.Boolean({
      default: false,
      description: 'Whether a chat starts only with a signed token.',
    }),
  },
  { additionalProperties: false },
);
const language = Type.String({ pattern: '^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8}){0,3}$', default: 'en' });

/** A widget with every member present: what is stored and read back. */
export const WidgetSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 128 }),
    domains: Type.Array(Type.String({ maxLength: 300 }), { maxItems: limits.domains, default: [] }),
    flowId: Type.String({ minLength: 1, maxLength: 128, default: 'default' }),
    security: WidgetSecuritySchema,
    theme: ThemeSchema,
    texts: TextsSchema,
    language,
  },
  { additionalProperties: false },
);
export type Widget = Static<typeof WidgetSchema>;
export type Theme = Static<typeof ThemeSchema>;
export type Texts = Static<typeof TextsSchema>;

/** What a widget's page may know of it: no name, no domains. */
export const WidgetConfigurationSchema = Type.Object(
  {
    widgetId: Type.String(),
    theme: ThemeSchema,
    texts: TextsSchema,
    language,
    security: WidgetSecuritySchema,
  },
  { $id: 'WidgetConfiguration', additionalProperties: false },
);
export type WidgetConfiguration = Static<typeof WidgetConfigurationSchema>;
