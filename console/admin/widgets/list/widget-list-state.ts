import type { Widget } from '../../../../shared/widget-config.js';
import type { WidgetActivity } from '../state/widget-activity.js';

/** A widget as the list shows it. */
export interface WidgetRow extends Widget {
  widgetId: string;
  activity?: WidgetActivity;
}

/** The dialog that is open: a new widget, a copy of one, or the end of one. */
export interface WidgetQuestion {
  kind: 'create' | 'duplicate' | 'delete';
  row?: WidgetRow;
  /** The name as it is typed. */
  name: string;
  error: string;
}

/** What the list of widgets shows. */
export interface WidgetListState {
  /** Undefined until they are read. */
  readonly rows: readonly WidgetRow[] | undefined;
  readonly question: WidgetQuestion | undefined;
  /** Why there is no list, in a sentence. */
  readonly problem: string;
  /** What was done last, in a sentence. */
  readonly news: string;
  readonly isBusy: boolean;
}

/** What is known before the service has answered. */
export const initialWidgetList: WidgetListState = {
  rows: undefined,
  question: undefined,
  problem: '',
  news: '',
  isBusy: false,
};

/** A dialog opens; a copy has a name to begin with. */
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

/** The dialog with other members; nothing happens where none is open. */
export const withAnswer = (
  state: WidgetListState,
  change: Partial<Pick<WidgetQuestion, 'name' | 'error'>>,
): WidgetListState => (state.question ? { ...state, question: { ...state.question, ...change } } : state);

/** Whether both are the same dialog; what is typed in it may differ. */
const isSameDialog = (one: WidgetQuestion | undefined, other: WidgetQuestion): boolean =>
  one?.kind === other.kind && one.row?.widgetId === other.row?.widgetId;

/** Closes the dialog that was answered. Another one, opened before the service responded, stays open. */
export const withoutQuestion = (state: WidgetListState, answered: WidgetQuestion): WidgetListState =>
  isSameDialog(state.question, answered) ? { ...state, question: undefined } : state;

/** Shows a refusal in the dialog that caused it, or on the page if that dialog is closed. */
export const withRefusal = (
  state: WidgetListState,
  answered: WidgetQuestion,
  message: string,
): WidgetListState =>
  isSameDialog(state.question, answered)
    ? withAnswer(state, { error: message })
    : { ...state, problem: message };

/** When a widget was last used, as far as the list still has it. */
export const withActivity = (
  state: WidgetListState,
  widgetId: string,
  activity: WidgetActivity,
): WidgetListState => ({
  ...state,
  rows: state.rows?.map((row) => (row.widgetId === widgetId ? { ...row, activity } : row)),
});

/** The list without a widget, and says so. */
export const withoutWidget = (state: WidgetListState, { widgetId, name }: WidgetRow): WidgetListState => ({
  ...state,
  rows: state.rows?.filter((row) => row.widgetId !== widgetId),
  news: `${name} was deleted.`,
});

/** What keeps a dialog from being answered, in a sentence; empty where nothing does. */
export function findError({ kind, row, name }: WidgetQuestion): string {
  if (kind === 'delete') return name.trim() === row!.name.trim() ? '' : `Type ${row!.name} exactly as shown.`;
  return name.trim() ? '' : 'Enter a name.';
}
