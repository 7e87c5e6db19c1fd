import { isKept, keyOf, type WidgetAddress } from '../../client/kept-chat.js';

/** Under which name a tab keeps that the panel is open. */
export const openKey = (address: WidgetAddress): string => `${keyOf(address)} open`;

/** Whether the panel was open in this tab when its last page was left. */
export const wasOpen = (address: WidgetAddress): boolean => isKept(() => sessionStorage, openKey(address));
