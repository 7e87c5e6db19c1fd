import type { Widget } from '../../../../shared/widget-config.js';
import type { WidgetActivity } from '../state/widget-activity.js';

/** A widget in the list. */
export interface WidgetRow extends Widget {
  widgetId: string;
  activity?: WidgetActivity;
}

/** The open dialog: create, duplicate or delete a widget. */
export interface WidgetQuestion {
  kind: 'create' | 'duplicate' | 'delete';
  row?: WidgetRow;
  /** The name, as typed. */
  name: string;
  error: string;
}

/** The state of the list of widgets. */
export interface WidgetListState {
  /** Undefined until the service has responded. */
  readonly rows: readonly WidgetRow[] | undefined;
  readonly question: WidgetQuestion | undefined;
  /** Why the list could not be loaded, or what was refused after its dialog was closed, in a sentence. */
  readonly problem: string;
  /** What was done last, in a sentence. */
  readonly news: string;
  readonly isBusy: boolean;
}

/** The state before the service has responded. */
export const initialWidgetList: WidgetListState = {
  rows: undefined,
  question: undefined,
  problem: '',
  news: '',
  isBusy: false,
};

/** Returns the state with a dialog open. A copy gets a proposed name. */
export const withQuestion = (
  state: WidgetListState,
  kind: WidgetQuestion['kind'],
  row?: WidgetRow,
): WidgetListState => ({
  ...state,
  question: {
    kind,
    name: kind === 'duplicate' ? `Copy of ${row!.name}` : '',
    error: '',
    ...(row && { row }),
  },
  news: '',
});

/** Returns the state with other members of the dialog, or the same state if none is open. */
export const withAnswer = (
  state: WidgetListState,
  change: Partial<Pick<WidgetQuestion, 'name' | 'error'>>,
): WidgetListState => (state.question ? { ...state, question: { ...state.question, ...change } } : state);

/** Whether both are the same dialog; the typed names may differ. */
const isSameDialog = (one: WidgetQuestion | undefined, other: WidgetQuestion): boolean =>
  one?.kind === other.kind && one.row?.widgetId === other.row?.widgetId;

/** Returns the state without an answered dialog. Another one, opened before the service responded, stays open. */
export const withoutQuestion = (state: WidgetListState, answered: WidgetQuestion): WidgetListState =>
  isSameDialog(state.question, answered) ? { ...state, question: undefined } : state;

/** Returns the state with a refusal: in the dialog that caused it, or on the page if that dialog is closed. */
export const withRefusal = (
  state: WidgetListState,
  answered: WidgetQuestion,
  message: string,
): WidgetListState =>
  isSameDialog(state.question, answered)
    ? withAnswer(state, { error: message })
    : { ...state, problem: message };

/** Returns the state with a widget's activity, if the list still contains the widget. */
export const withActivity = (
  state: WidgetListState,
  widgetId: string,
  activity: WidgetActivity,
): WidgetListState => ({
  ...state,
  rows: state.rows?.map((row) => (row.widgetId === widgetId ? { ...row, activity } : row)),
});

/** Returns the state without a deleted widget. */
export const withoutWidget = (state: WidgetListState, { widgetId, name }: WidgetRow): WidgetListState => ({
  ...state,
  rows: state.rows?.filter((row) => row.widgetId !== widgetId),
  news: `${name} was deleted.`,
});

/** Returns why a dialog can't be submitted, in a sentence; empty if it can. */
export function findError({ kind, row, name }: WidgetQuestion): string {
  if (kind === 'delete') return name.trim() === row!.name.trim() ? '' : `Type ${row!.name} exactly as shown.`;
  return name.trim() ? '' : 'Enter a name.';
}
