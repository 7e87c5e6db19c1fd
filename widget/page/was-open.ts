import { isKept, keyOf, type WidgetAddress } from '../../client/kept-chat.js';

/** The storage key for whether the panel is open. */
export const openKey = (address: WidgetAddress): string => `${keyOf(address)} open`;

/** Whether the panel was open when this tab's last page was left. */
export const wasOpen = (address: WidgetAddress): boolean => isKept(() => sessionStorage, openKey(address));
