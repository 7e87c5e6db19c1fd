import { languages as visitorLanguages } from '../../../../shared/languages.js';
/** Font stacks with a font for every platform. */
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

/** The languages of visitors, as options. */
export const languages = visitorLanguages.map(({ tag, name }) => ({ value: tag, text: name }));

/** When a chat starts, unless pre-chat questions come first. */
export const chatStarts = [
  { value: 'message', text: 'With the visitor’s first message' },
  { value: 'open', text: 'When the visitor opens the chat window' },
] as const;

/** What visitors can do while no agent is available. */
export const awayActions = [
  { value: 'CHAT', text: 'Start a chat' },
  { value: 'LEAVE_MESSAGE', text: 'Leave a message' },
] as const;

/** How visitors rate a chat. */
export const surveyKinds = [
  { value: 'OFF', text: 'Off' },
  { value: 'STARS', text: '1 to 5 stars' },
  { value: 'THUMBS', text: 'Thumbs up or down' },
] as const;

/** The features that can be turned on and off. */
export const features = [
  { name: 'attachments', text: 'Let visitors and agents send files' },
  { name: 'emoji', text: 'Show the emoji picker' },
  { name: 'longMessages', text: 'Allow long messages: about 16,000 characters, not 1,024' },
  { name: 'transcript', text: 'Let visitors download the transcript' },
  { name: 'sound', text: 'Play a sound for unread messages' },
  { name: 'unreadInTitle', text: 'Show the unread count in the page title' },
  { name: 'queuePosition', text: 'Show waiting visitors their place in line' },
  { name: 'names', text: 'Show names above messages' },
  { name: 'confirmEnd', text: 'Confirm before ending a chat' },
] as const;
