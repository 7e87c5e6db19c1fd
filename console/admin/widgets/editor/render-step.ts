import { html, type TemplateResult } from 'lit';
import type { ServiceRequest } from '../../../request/service-request.js';
import type { WidgetStep } from '../../state/route.js';
import { brandOfDraft, savedWidget, type DraftState } from '../state/draft-state.js';
import type { EditorState } from './editor-state.js';

/** The input of a step. */
export interface StepView {
  widgetId: string;
  step: WidgetStep;
  state: EditorState;
  /** Sends requests to the service. */
  request: ServiceRequest;
}

/** Renders a step of the editor. The steps `code` and `history` show the saved widget. */
export function renderStep(view: StepView, draft: DraftState): TemplateResult {
  switch (view.step) {
    case 'look':
      return renderLook(view, draft);
    case 'sites':
      return html`<connect-chat-sites-step .draft=${draft.draft}></connect-chat-sites-step>`;
    case 'code':
      return html`<connect-chat-code-step
        .request=${view.request}
        .widgetId=${view.widgetId}
        .widget=${savedWidget(draft)}
      ></connect-chat-code-step>`;
    case 'history':
      return html`<connect-chat-history-step
        .versions=${draft.versions}
        .isBusy=${view.state.isBusy}
      ></connect-chat-history-step>`;
  }
}

const renderLook = ({ state: { flows, queues } }: StepView, draft: DraftState) =>
  html`<connect-chat-look-step
    .draft=${draft.draft}
    .brand=${brandOfDraft(draft)}
    .valid=${draft.valid}
    .problems=${draft.problems}
    .flows=${flows}
    .queues=${queues}
  ></connect-chat-look-step>`;
