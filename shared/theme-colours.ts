/**
 * Every colour of a widget's theme with its default, by its member name. The schema, the administrator's page and the
 * widget's CSS custom properties follow this list: a new colour is one line here and one text in
 * `console/admin/widgets/state/colour-texts.ts`. An empty default means that the widget derives the colour.
 */
export const themeColours = {
  headerColor: '#0b5fff',
  headerTextColor: '#ffffff',
  agentBubbleColor: '#eef1f6',
  agentTextColor: '#1b1f24',
  customerBubbleColor: '#0b5fff',
  customerTextColor: '#ffffff',
  /** Links, focus rings, stars and buttons inside the panel; derived from `headerColor` when empty. */
  accentColor: '',
  openIcon: { backgroundColor: '#0b5fff', color: '#ffffff' },
  closeIcon: { backgroundColor: '#0b5fff', color: '#ffffff' },
} as const;

type Colours = typeof themeColours;

/** The JSON pointer (RFC 6901) of a colour inside a widget, such as `/theme/openIcon/color`. */
export type ColourPointer = {
  [Name in keyof Colours]: Colours[Name] extends string
    ? `/theme/${Name}`
    : `/theme/${Name}/${keyof Colours[Name] & string}`;
}[keyof Colours];

/** The pointer of every colour, in the order of {@link themeColours}. */
export const colourPointers = Object.entries(themeColours).flatMap(([name, value]) =>
  typeof value === 'string' ? [`/theme/${name}`] : Object.keys(value).map((each) => `/theme/${name}/${each}`),
) as ColourPointer[];
