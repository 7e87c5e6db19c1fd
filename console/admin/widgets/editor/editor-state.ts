import type { FlowChoice, QueueChoice } from '../../state/flow-and-queue.js';
import { countUnsaved, type DraftState } from '../state/draft-state.js';
import { memberProblem, type MemberProblem } from '../state/member-problem.js';
import type { Saved } from '../state/widget-draft.js';

export type Conflict = Extract<Saved, { kind: 'conflict' }>;

/** What a widget's pages show: a snapshot that is replaced at each change. */
export interface EditorState {
  /** Undefined until the widget is read. */
  readonly draft: DraftState | undefined;
  readonly flows: readonly FlowChoice[];
  readonly queues: readonly QueueChoice[];
  /** Somebody else saved meanwhile: it is asked what becomes of one's own changes. */
  readonly conflict: Conflict | undefined;
  /** Why the last attempt to save or to read did not work, in a sentence. */
  readonly failure: string;
  /** What was done last, in a sentence; empty after the next change. */
  readonly news: string;
  readonly isBusy: boolean;
  /** Whether saving was tried while a member was wrong: until then a problem is told beside its field only. */
  readonly wasInvalid: boolean;
}

/** What is known before the service has answered. */
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

/** Whether something typed is not saved yet. */
export const isDirty = ({ draft }: EditorState): boolean => draft !== undefined && countUnsaved(draft) > 0;

/** The member that keeps the draft from being saved, once that was tried; gone as soon as it is right. */
export function blockerOf({ draft, wasInvalid }: EditorState): MemberProblem | undefined {
  const [first] = draft?.problems ?? [];
  return wasInvalid && first ? memberProblem(...first) : undefined;
}

/** The draft is another one. */
export const withDraft = (state: EditorState, draft: DraftState): EditorState => ({
  ...state,
  draft,
  wasInvalid: state.wasInvalid && draft.problems.size > 0,
});

/** The draft is on its way to the service. */
export const saving = (state: EditorState): EditorState => ({
  ...state,
  isBusy: true,
  failure: '',
  news: '',
});

/** What came of an attempt to save. */
export const afterSaving = (state: EditorState, outcome: Saved): EditorState => ({
  ...state,
  isBusy: false,
  wasInvalid: outcome.kind === 'invalid',
  failure: outcome.kind === 'refused' ? `Not saved. ${outcome.refusal.message}` : '',
  conflict: outcome.kind === 'conflict' ? outcome : undefined,
  news: outcome.kind === 'saved' ? 'Saved. Open pages update within 2 seconds.' : '',
});

/** What was not saved is dropped. */
export const discarded = (state: EditorState): EditorState => ({
  ...state,
  conflict: undefined,
  failure: '',
  wasInvalid: false,
});
