/**
 * The groups of Amazon Connect's `customStyles` (Administrator Guide, "Pass custom styles"), and our custom
 * properties for them.
 */
const properties: Record<string, Record<string, string>> = {
  global: {
    frameWidth: 'width',
    frameHeight: 'height',
    textColor: 'text-color',
    fontSize: 'font-size',
    typeface: 'font',
    headerHeight: 'header-height',
    footerHeight: 'composer-height',
  },
  header: { headerTextColor: 'header-text-color', headerBackgroundColor: 'header-color' },
  transcript: {
    messageFontSize: 'message-font-size',
    messageTextColor: 'text-color',
    widgetBackgroundColor: 'surface-color',
    agentMessageTextColor: 'agent-text-color',
    systemMessageTextColor: 'system-text-color',
    customerMessageTextColor: 'customer-text-color',
    agentChatBubbleColor: 'agent-bubble-color',
    systemChatBubbleColor: 'system-bubble-color',
    customerChatBubbleColor: 'customer-bubble-color',
  },
  footer: {
    buttonFontSize: 'button-font-size',
    buttonTextColor: 'button-text-color',
    buttonBorderColor: 'button-border-color',
    buttonBackgroundColor: 'button-color',
    footerBackgroundColor: 'composer-color',
    BackgroundColor: 'composer-color',
  },
  logo: { logoMaxHeight: 'logo-height', logoMaxWidth: 'logo-width' },
  composer: { fontSize: 'composer-font-size' },
};

/**
 * Returns the custom properties for `customStyles`, without their prefix `--connect-chat-`. Ignores unknown members.
 */
export function customProperties(styles: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const [group, names] of Object.entries(properties))
    for (const [name, property] of Object.entries(names)) {
      const value = (styles as Record<string, Record<string, unknown> | undefined> | null)?.[group]?.[name];
      if (typeof value === 'string' || typeof value === 'number') found.set(property, String(value));
    }
  return found;
}

/** The style sheet of a custom typeface. The page must allow it in its own Content-Security-Policy. */
export function typefaceSheet(styles: unknown): string | undefined {
  const { customTypefaceStylesheetUrl: url } =
    (styles as { global?: { customTypefaceStylesheetUrl?: unknown } } | null)?.global ?? {};
  return typeof url === 'string' && /^https:\/\//.test(url) ? url : undefined;
}
