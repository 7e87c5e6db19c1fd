import { html, nothing } from 'lit';
import { fill } from '../../strings/fill.js';
import type { PanelContext } from './panel-context.js';
import type { PanelModel } from './panel-model.js';

/** The state of the connection. */
export function renderBanner(panel: PanelContext) {
  const { strings, phase, failure, waiting } = panel.model;
  if (phase === 'connecting')
    return html`<div class="banner" part="banner" role="status">
      <p>${failure || strings.connecting}</p>
    </div>`;
  if (phase === 'reconnecting')
    return html`<div class="banner" part="banner" role="status">
      <p>${renderLoss(panel.model)} ${waiting.length > 0 ? strings.keptOffline : nothing}</p>
      <button @click=${panel.ask({ type: 'reconnect' })}>${strings.tryNow}</button>
    </div>`;
  return phase === 'failed' ? renderFailure(panel) : html`<div role="status"></div>`;
}

/** The countdown is hidden from screen readers, which would read it out each second. */
function renderLoss({ strings, seconds, isOnline, failure }: PanelModel) {
  if (!isOnline) return strings.offline;
  if (failure) return failure;
  if (seconds < 2) return strings.reconnecting;
  return html`<span class="visually-hidden">${strings.reconnecting}</span>
    <span aria-hidden="true">${fill(strings.reconnectingIn, { count: seconds })}</span>`;
}

function renderFailure(panel: PanelContext) {
  const { strings, failure, form, questions } = panel.model;
  return html`<div class="banner bad" part="banner" role="alert">
    <p>${failure}</p>
    ${
      form || questions.length > 0
        ? nothing
        : html`<button @click=${panel.ask({ type: 'restart' })}>${strings.tryAgain}</button>`
    }
  </div>`;
}
