import { html, nothing, type TemplateResult } from 'lit';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import type { Conversation } from '../conversation/conversation.js';
import { chatIcon, downIcon } from '../elements/launcher-icons.js';

/** What the launcher needs of its element. */
interface LauncherHost {
  readonly open: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
}

/**
 * Renders the button that opens the panel, with the count of unread messages and the last one beside it, or the button
 * that closes the panel. Calls `expect` when the visitor is likely to press it.
 */
export function renderLauncher(
  host: LauncherHost,
  { texts, theme }: WidgetConfiguration,
  conversation: Conversation | undefined,
  expect: () => void,
): TemplateResult {
  if (host.open)
    return html`<button
      class="launcher close"
      part="launcher"
      aria-label=${conversation?.strings.closeChat ?? 'Close'}
      @click=${() => host.hide()}
    >
      ${downIcon}
    </button>`;
  // The accessible name contains the visible text (WCAG 2.5.3).
  const label = theme.launcherLabel || texts.launcher;
  const news = conversation?.news;
  return html`${conversation?.renderTeaser()}<button
      class="launcher"
      part="launcher"
      aria-label=${news ? `${label}. ${news}` : label}
      aria-haspopup="dialog"
      @click=${() => host.show().catch(() => undefined)}
      @pointerenter=${expect}
      @focus=${expect}
    >
      ${chatIcon}${theme.launcherLabel ? html`<span class="label">${label}</span>` : nothing}${conversation?.renderUnread()}
    </button>`;
}
