import { languages as visitorLanguages } from '../../../shared/languages.js';
/** Font stacks that every computer has something for: name for people, value for CSS. */
export const typefaces = [
  { text: 'System', value: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif' },
  { text: 'Arial', value: 'Arial, Helvetica, sans-serif' },
  { text: 'Helvetica', value: '"Helvetica Neue", Helvetica, Arial, sans-serif' },
  { text: 'Verdana', value: 'Verdana, Geneva, sans-serif' },
  { text: 'Tahoma', value: 'Tahoma, Geneva, sans-serif' },
  { text: 'Trebuchet MS', value: '"Trebuchet MS", "Lucida Grande", sans-serif' },
  { text: 'Gill Sans', value: '"Gill Sans", "Gill Sans MT", Calibri, sans-serif' },
  { text: 'Optima', value: 'Optima, Candara, "Noto Sans", sans-serif' },
  { text: 'Rounded', value: 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Manjari, sans-serif' },
  { text: 'Georgia', value: 'Georgia, "Times New Roman", serif' },
  { text: 'Palatino', value: '"Palatino Linotype", Palatino, "Book Antiqua", serif' },
  { text: 'Garamond', value: 'Garamond, Baskerville, "Times New Roman", serif' },
  { text: 'Times New Roman', value: '"Times New Roman", Times, serif' },
  { text: 'Courier New', value: '"Courier New", Courier, monospace' },
  { text: 'System monospace', value: 'ui-monospace, Menlo, Consolas, monospace' },
] as const;

/** The languages of visitors, as a choice. */
export const languages = visitorLanguages.map(({ tag, name }) => ({ value: tag, text: name }));

/** Two colours that are seen upon each other, and the contrast that WCAG 2.2 AA asks of them. */
export interface ColourPair {
  legend: string;
  /** Pointers of the members. */
  ground: string;
  front: string;
  /** 4.5 for text (1.4.3), 3 for icons (1.4.11). */
  ratio: number;
}

/** Every pair of colours of a widget, in the order in which they stand on the page. */
export const colourPairs: readonly ColourPair[] = [
  { legend: 'Header', ground: '/theme/headerColor', front: '/theme/headerTextColor', ratio: 4.5 },
  { legend: 'Agent bubble', ground: '/theme/agentBubbleColor', front: '/theme/agentTextColor', ratio: 4.5 },
  {
    legend: 'Customer bubble',
    ground: '/theme/customerBubbleColor',
    front: '/theme/customerTextColor',
    ratio: 4.5,
  },
  {
    legend: 'Open chat icon',
    ground: '/theme/openIcon/backgroundColor',
    front: '/theme/openIcon/color',
    ratio: 3,
  },
  {
    legend: 'Minimise chat icon',
    ground: '/theme/closeIcon/backgroundColor',
    front: '/theme/closeIcon/color',
    ratio: 3,
  },
];

/** What visitors meet while nobody answers. */
export const waysAway = [
  { value: 'CHAT', text: 'A chat starts' },
  { value: 'LEAVE_MESSAGE', text: 'Visitors leave a message' },
] as const;

/** How a chat is rated once it is over. */
export const surveyKinds = [
  { value: 'OFF', text: 'Not at all' },
  { value: 'STARS', text: '1 to 5 stars' },
  { value: 'THUMBS', text: 'Thumb up or down' },
] as const;

/** What visitors can do besides writing, by the feature's name, as it is asked on the page. */
export const features = [
  { name: 'attachments', text: 'Files can be sent, both ways' },
  { name: 'emoji', text: 'Emoji can be chosen from a list' },
  { name: 'sound', text: 'A soft sound for messages that are not looked at' },
  { name: 'unreadInTitle', text: 'The number of unread messages in the page’s title' },
  { name: 'transcript', text: 'Visitors may keep the transcript' },
  { name: 'queuePosition', text: 'Visitors who wait see their position in the queue' },
  { name: 'names', text: 'Names stand above messages' },
  { name: 'confirmEnd', text: 'Ending a chat is asked about first' },
] as const;
