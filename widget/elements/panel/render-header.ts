import { html, nothing } from 'lit';
import { isUnderWay } from '../../../client/session-state.js';
import { renderPhoto } from '../../photo/render-photo.js';
import { findLast } from '../find-last.js';
import { endIcon, moreIcon } from '../icons.js';
import { initialsOf } from '../initials.js';
import { downIcon } from '../launcher-icons.js';
import type { PanelContext } from './panel-context.js';
import type { PanelModel } from './panel-model.js';

/** The header of the panel: logo, agent, title, buttons. */
export function renderHeader(panel: PanelContext) {
  const { items, features, theme, heading, phase, isInline } = panel.model;
  // The agent who last sent a message or joined.
  const agent = findLast(items, ({ participantRole }) => participantRole === 'AGENT');
  const { logoUrl } = theme;
  // Not a <header>: the `banner` landmark belongs to the page.
  return html`<div class="head" part="header">
    ${logoUrl?.startsWith('https://') ? html`<img part="logo" src=${logoUrl} alt="" referrerpolicy="no-referrer" />` : nothing}
    ${
      agent?.displayName && features.names !== false
        ? html`<span class="face" aria-hidden="true"
            >${initialsOf(agent.displayName)}${renderPhoto(panel.model.photoOf?.(agent))}</span
          >`
        : nothing
    }
    <div class="titles">
      <h2 id="title">${heading}</h2>
      <p class="who">${agent?.displayName}</p>
    </div>
    ${features.sound || hasTranscript(panel.model) ? renderMenuButton(panel) : nothing}
    ${isUnderWay(phase) ? renderEndButton(panel) : nothing}
    ${isInline ? nothing : renderMinimiseButton(panel)}
  </div>`;
}

/** The menu that the header's button opens. */
export function renderMenu(panel: PanelContext) {
  const { isQuiet, features, strings } = panel.model;
  return html`<connect-chat-menu
    exportparts="menu"
    .isQuiet=${isQuiet}
    .hasTranscript=${hasTranscript(panel.model)}
    .hasSound=${features.sound === true}
    .strings=${strings}
    dir=${panel.dir}
    @close=${panel.toggleMenu}
  ></connect-chat-menu>`;
}

const hasTranscript = ({ features, items }: PanelModel): boolean =>
  features.transcript === true && items.length > 0;

function renderMenuButton(panel: PanelContext) {
  const { more } = panel.model.strings;
  return html`<button
    class="more"
    part="menu-button"
    aria-label=${more}
    title=${more}
    aria-expanded=${String(panel.isMenuOpen)}
    @click=${panel.toggleMenu}
    @pointerdown=${keepOpen}
  >
    ${moreIcon}
  </button>`;
}

/** Without this, the menu would close at `pointerdown` and open again at `click`. */
const keepOpen = (event: Event): void => event.stopPropagation();

function renderEndButton(panel: PanelContext) {
  const { strings, features } = panel.model;
  return html`<button
    part="end-button"
    aria-label=${strings.endChat}
    title=${strings.endChat}
    @click=${() => (features.confirmEnd ? panel.askToEnd(!panel.isEnding) : panel.endChat())}
  >
    ${endIcon}
  </button>`;
}

function renderMinimiseButton(panel: PanelContext) {
  const { minimise } = panel.model.strings;
  return html`<button
    part="minimise-button"
    aria-label=${minimise}
    title=${minimise}
    @click=${panel.ask({ type: 'minimise' })}
  >
    ${downIcon}
  </button>`;
}
