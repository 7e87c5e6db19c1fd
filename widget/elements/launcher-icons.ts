import { chatIconPath } from '../../shared/chat-icon.js';
import { drawIcon } from './draw-icon.js';

/** The icons of the launcher, which is loaded before the chat. */
export const chatIcon = drawIcon(chatIconPath);
export const downIcon = drawIcon('m6 9.5 6 6 6-6');
