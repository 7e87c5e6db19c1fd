import { html, nothing } from 'lit';
import { isUnderWay } from '../../../client/session-state.js';
import { fileKind, tagFor } from '../../rich/load-rich.js';
import { fill } from '../../strings/fill.js';
import type { PanelContext } from './panel-context.js';
import type { PanelModel } from './panel-model.js';

/** The questions before the chat. */
export function renderQuestions({ model }: PanelContext) {
  return html`<connect-chat-pre-chat-form
    part="form"
    exportparts="submit-button"
    .questions=${model.questions}
    .answers=${model.answers}
    .lead=${model.welcome}
    .strings=${model.strings}
  ></connect-chat-pre-chat-form>`;
}

/** The transcript, and below it what the visitor can do. */
export function renderChat(panel: PanelContext) {
  const { model } = panel;
  const { phase, features } = model;
  return html`${renderTranscript(panel)}
    <p class="place" role="status">${placeText(model)}</p>
    ${model.note} ${panel.isEnding && isUnderWay(phase) ? renderEndQuestion(panel) : nothing}
    ${phase === 'ended' ? renderOver(panel) : features.composer === false ? nothing : renderComposer(panel)}`;
}

function renderTranscript({ model, dir }: PanelContext) {
  return html`<connect-chat-transcript
    exportparts="transcript,welcome,picture,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,earlier-button"
    .items=${model.items}
    .count=${model.items.length}
    .waiting=${model.waiting}
    .participantId=${model.participantId}
    ownRole="CUSTOMER"
    .canAnswer=${isUnderWay(model.phase)}
    .hasNames=${model.features.names !== false}
    .roleNames=${model.roleNames}
    .photoOf=${model.photoOf}
    .marks=${model.marks}
    .typing=${model.typing}
    .welcome=${model.welcome}
    .heading=${model.heading}
    .isLive=${model.phase === 'live'}
    .strings=${model.strings}
    dir=${dir}
  ></connect-chat-transcript>`;
}

const placeText = ({ place: { position: count, waitMinutes }, strings }: PanelModel) =>
  count
    ? (count === 1 ? strings.queueNext : fill(strings.queuePosition, { count })) +
      (waitMinutes ? ` · ${fill(strings.queueWait, { count: waitMinutes })}` : '')
    : nothing;

function renderEndQuestion(panel: PanelContext) {
  const { strings } = panel.model;
  return html`<div class="over question" role="group" aria-labelledby="question">
    <p id="question">${strings.endQuestion}</p>
    <button @click=${panel.endChat}>${strings.endChat}</button>
    <button @click=${() => panel.askToEnd(false)}>${strings.cancel}</button>
  </div>`;
}

function renderOver(panel: PanelContext) {
  const { strings, features } = panel.model;
  return html`<div class="over">
    ${
      features.transcript
        ? html`<button @click=${panel.ask({ type: 'save' })}>${strings.saveTranscript}</button>`
        : nothing
    }
    <button class="main" @click=${panel.ask({ type: 'restart' })}>${strings.newChat}</button>
  </div>`;
}

function renderComposer({ model, isOver }: PanelContext) {
  const { features, strings } = model;
  if (isOver) tagFor(fileKind);
  return html`<connect-chat-uploads
      .isOver=${isOver}
      .uploads=${model.uploads}
      .strings=${strings}
    ></connect-chat-uploads>
    <connect-chat-composer
      part="composer"
      exportparts="composer-input,attach-button,emoji-button,send-button"
      .draft=${model.draft}
      .longMessages=${features.longMessages}
      .hasEmoji=${features.emoji === true}
      .hasFiles=${features.attachments === true}
      .strings=${strings}
    ></connect-chat-composer>`;
}
