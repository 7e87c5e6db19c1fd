import { chatIconPath } from '../../shared/chat-icon.js';
import { drawIcon } from './draw-icon.js';

/** The pictures of the launcher, which is there before a chat's code is. */
export const chatIcon = drawIcon(chatIconPath);
export const downIcon = drawIcon('m6 9.5 6 6 6-6');
