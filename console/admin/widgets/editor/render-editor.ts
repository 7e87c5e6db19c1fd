import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceRequest } from '../../../request/service-request.js';
import { toHash, type WidgetStep } from '../../state/route.js';
import type { AllowDomainEvent } from '../code/allow-domain-event.js';
import type { DraftEvent } from '../fields/draft-event.js';
import type { RestoreEvent } from '../history/restore-event.js';
import { countUnsaved, savedWidget, type DraftState } from '../state/draft-state.js';
import type { EditorActionEvent } from './editor-action-event.js';
import { blockerOf, type EditorState } from './editor-state.js';
import { renderStep } from './render-step.js';
import type { WidgetEditing } from './widget-editing.js';

/** The input of the editor's template. */
export interface EditorView {
  widgetId: string;
  step: WidgetStep;
  state: EditorState;
  editing: Pick<WidgetEditing, 'set' | 'allow' | 'restore'>;
  /** Sends requests to the service. */
  request: ServiceRequest;
  onAction: (event: EditorActionEvent) => void;
}

const stepNames: Record<WidgetStep, string> = {
  look: '1 Look',
  sites: '2 Websites and security',
  code: '3 Code and keys',
  history: 'History',
};

/** Renders the editor before the widget is loaded. */
export const renderUnread = ({ failure }: EditorState): TemplateResult =>
  failure
    ? html`<p class="alert" role="alert">${failure}</p>
        <p><a href=${toHash({ view: 'widgets' })}>Back to widgets</a></p>`
    : html`<p class="muted" role="status">Loading…</p>`;

/** Renders the navigation between the steps, the current step, and the save bar. */
export const renderEditor = (view: EditorView, draft: DraftState): TemplateResult =>
  html`<div class="head">
      <div>
        <a class="back" href=${toHash({ view: 'widgets' })}>Widgets</a>
        <h1 tabindex="-1">${savedWidget(draft).name}</h1>
      </div>
      ${renderSteps(view)}
    </div>
    ${renderContent(view, draft)} ${renderConflict(view)} ${renderBar(view, draft)}`;

const renderSteps = ({ widgetId, step: current }: EditorView) =>
  html`<nav aria-label="Steps">
    <ol class="steps">
      ${(Object.keys(stepNames) as WidgetStep[]).map(
        (step) =>
          html`<li>
            <a
              href=${toHash({ view: 'widget', widgetId, step })}
              aria-current=${step === current ? 'step' : 'false'}
              >${stepNames[step]}</a
            >
          </li>`,
      )}
    </ol>
  </nav>`;

const renderContent = (view: EditorView, draft: DraftState) =>
  html`<div
    @connect-chat-draft=${({ pointer, value }: DraftEvent) => view.editing.set(pointer, value)}
    @connect-chat-allow-domain=${({ origin }: AllowDomainEvent) => view.editing.allow(origin)}
    @connect-chat-restore=${({ version }: RestoreEvent) => view.editing.restore(version)}
  >
    ${renderStep(view, draft)}
  </div>`;

const renderConflict = ({ state: { conflict }, onAction }: EditorView) =>
  html`<div @connect-chat-editor-action=${onAction}>
    ${
      conflict
        ? html`<connect-chat-conflict-dialog .conflict=${conflict}></connect-chat-conflict-dialog>`
        : nothing
    }
  </div>`;

const renderBar = ({ step, state, onAction }: EditorView, draft: DraftState) =>
  html`<connect-chat-save-bar
    .step=${step}
    .unsaved=${countUnsaved(draft)}
    .isBusy=${state.isBusy}
    .news=${state.news}
    .failure=${state.failure}
    .blocker=${blockerOf(state)}
    @connect-chat-editor-action=${onAction}
  ></connect-chat-save-bar>`;
