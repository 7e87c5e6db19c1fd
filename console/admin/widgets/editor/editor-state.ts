import type { FlowChoice, QueueChoice } from '../../state/flow-and-queue.js';
import { countUnsaved, type DraftState } from '../state/draft-state.js';
import { memberProblem, type MemberProblem } from '../state/member-problem.js';
import type { Saved } from '../state/widget-draft.js';

export type Conflict = Extract<Saved, { kind: 'conflict' }>;

/** The state of the widget editor: an immutable snapshot, replaced at each change. */
export interface EditorState {
  /** Undefined until the widget is loaded. */
  readonly draft: DraftState | undefined;
  readonly flows: readonly FlowChoice[];
  readonly queues: readonly QueueChoice[];
  /** Set when someone else saved the widget in the meantime, until the user decides what to do. */
  readonly conflict: Conflict | undefined;
  /** Why the widget could not be saved or loaded, in a sentence. */
  readonly failure: string;
  /** What was done last, in a sentence; cleared by the next change. */
  readonly news: string;
  readonly isBusy: boolean;
  /** Whether the user tried to save an invalid draft. Until then problems are shown beside their fields only. */
  readonly wasInvalid: boolean;
}

/** The state before the service has responded. */
export const initialEditor: EditorState = {
  draft: undefined,
  flows: [],
  queues: [],
  conflict: undefined,
  failure: '',
  news: '',
  isBusy: false,
  wasInvalid: false,
};

/** Whether the draft has unsaved changes. */
export const isDirty = ({ draft }: EditorState): boolean => draft !== undefined && countUnsaved(draft) > 0;

/** Returns the first problem of the draft once the user has tried to save it, until the draft is valid. */
export function blockerOf({ draft, wasInvalid }: EditorState): MemberProblem | undefined {
  const [first] = draft?.problems ?? [];
  return wasInvalid && first ? memberProblem(...first) : undefined;
}

/** Returns the state with another draft. */
export const withDraft = (state: EditorState, draft: DraftState): EditorState => ({
  ...state,
  draft,
  wasInvalid: state.wasInvalid && draft.problems.size > 0,
});

/** Returns the state while the draft is being saved. */
export const saving = (state: EditorState): EditorState => ({
  ...state,
  isBusy: true,
  failure: '',
  news: '',
});

/** Returns the state after an attempt to save. */
export const afterSaving = (state: EditorState, outcome: Saved): EditorState => ({
  ...state,
  isBusy: false,
  wasInvalid: outcome.kind === 'invalid',
  failure: outcome.kind === 'refused' ? `Not saved. ${outcome.refusal.message}` : '',
  conflict: outcome.kind === 'conflict' ? outcome : undefined,
  news: outcome.kind === 'saved' ? 'Saved. Open pages update within 2 seconds.' : '',
});

/** Returns the state after unsaved changes were discarded. */
export const discarded = (state: EditorState): EditorState => ({
  ...state,
  conflict: undefined,
  failure: '',
  wasInvalid: false,
});
