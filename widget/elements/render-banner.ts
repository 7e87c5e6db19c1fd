import { html, nothing } from 'lit';
import { fill } from '../strings/fill.js';
import type { Panel } from './panel.js';

type Shown = Pick<
  Panel,
  'state' | 'failure' | 'waiting' | 'form' | 'questions' | 'isOnline' | 'seconds' | 'strings'
>;

/** What is said of the connection above the transcript; `ask` gives what a button does. */
export function renderBanner(panel: Shown, ask: (type: 'reconnect' | 'restart') => () => void) {
  const { strings, state, failure, waiting } = panel;
  const kept = waiting.length > 0 ? strings.keptOffline : nothing;
  if (state === 'connecting')
    return html`<div class="banner" part="banner" role="status">
      <p>${failure || strings.connecting}</p>
    </div>`;
  if (state === 'reconnecting')
    return html`<div class="banner" part="banner" role="status">
      <p>${renderLoss(panel)} ${kept}</p>
      <button @click=${ask('reconnect')}>${strings.tryNow}</button>
    </div>`;
  if (state !== 'failed') return html`<div role="status"></div>`;
  return html`<div class="banner bad" part="banner" role="alert">
    <p>${failure}</p>
    ${
      panel.form || panel.questions.length > 0
        ? nothing
        : html`<button @click=${ask('restart')}>${strings.tryAgain}</button>`
    }
  </div>`;
}

/** A countdown is for the eye: read out each second it would be a nuisance. */
function renderLoss({ strings, seconds, isOnline, failure }: Shown) {
  if (!isOnline) return strings.offline;
  if (failure) return failure;
  if (seconds < 2) return strings.reconnecting;
  return html`<span class="visually-hidden">${strings.reconnecting}</span>
    <span aria-hidden="true">${fill(strings.reconnectingIn, { count: seconds })}</span>`;
}
