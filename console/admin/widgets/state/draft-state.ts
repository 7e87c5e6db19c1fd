import type { Widget } from '../../../../shared/widget-config.js';
import { checkWidget } from '../../../../shared/widget-input.js';
import { brandOf, themeOfBrand } from './brand-colour.js';
import { isColour } from './contrast.js';
import { lastValid } from './last-valid.js';
import { askFor, type Problems } from './member-problem.js';
import { differences, mergeWidgets, withMember, type Merged } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** The pointer of the brand colour, which sets other members and is not stored itself. */
export const brandPointer = '/theme/brand';

/** A widget that is being edited: an immutable snapshot, replaced at each change. */
export interface DraftState {
  /** Every saved version, newest (live) first. */
  readonly versions: readonly WidgetVersion[];
  /** The widget, as typed; it may be invalid. */
  readonly draft: Widget;
  /** The draft with the last valid value of each invalid member, for the preview. */
  readonly valid: Widget;
  readonly problems: Problems;
  /** The brand colour, as typed, while it is not a valid colour. */
  readonly unfinishedBrand: string | undefined;
}

/** Returns the unchanged draft of a loaded widget. */
export const openDraft = (versions: readonly WidgetVersion[]): DraftState => ({
  versions,
  draft: versions[0]!.widget,
  valid: versions[0]!.widget,
  problems: new Map(),
  unfinishedBrand: undefined,
});

/** Returns the live version. */
export const savedWidget = ({ versions }: DraftState): Widget => versions[0]!.widget;

/** Returns the brand colour, as typed, or the one of the draft's colours. */
export const brandOfDraft = ({ unfinishedBrand, draft }: DraftState): string =>
  unfinishedBrand ?? brandOf(draft.theme);

/** Counts the members with unsaved changes. */
export const countUnsaved = (state: DraftState): number =>
  differences(savedWidget(state), state.draft).length + (state.unfinishedBrand === undefined ? 0 : 1);

/** Returns the state with another value of a member. */
export const withValue = (state: DraftState, pointer: string, value: unknown): DraftState =>
  pointer === brandPointer
    ? withBrand(state, String(value))
    : withDraft(state, withMember(state.draft, pointer, value));

/** Sets all colours from the brand colour. An invalid one leaves them unchanged. */
function withBrand(state: DraftState, text: string): DraftState {
  const isFinished = isColour(text);
  const theme = { ...state.draft.theme, ...(isFinished ? themeOfBrand(text) : {}) };
  const unfinishedBrand = isFinished ? undefined : text;
  return withDraft({ ...state, unfinishedBrand }, { ...state.draft, theme });
}

/** Returns the state with another draft. */
export const replaceDraft = (state: DraftState, draft: Widget): DraftState =>
  withDraft({ ...state, unfinishedBrand: undefined }, draft);

function withDraft(state: DraftState, draft: Widget): DraftState {
  const sent = toSend(draft);
  const rows = filledRows(draft.domains);
  const problems = checkWidget(sent).problems.map(({ pointer, message }): [string, string] => [
    inPlace(pointer, rows),
    askFor(message),
  ]);
  const brand: [string, string][] =
    state.unfinishedBrand === undefined ? [] : [[brandPointer, 'Enter a hex code such as #0b5fff.']];
  return { ...state, draft, valid: lastValid(sent, state.valid), problems: new Map([...brand, ...problems]) };
}

/** Returns the state after a save. Changes made since the draft was `sent` remain unsaved. */
export function afterSave(state: DraftState, sent: Widget, versions: readonly WidgetVersion[]): DraftState {
  const next = { ...state, versions };
  return withDraft(next, mergeWidgets(sent, state.draft, savedWidget(next)).widget);
}

/** Returns the state based on the version that someone else saved, with the user's own changes merged into it. */
export function afterConflict(
  state: DraftState,
  versions: readonly WidgetVersion[],
): { state: DraftState; merged: Merged } {
  const next = { ...state, versions };
  const merged = mergeWidgets(savedWidget(state), state.draft, savedWidget(next));
  return { state: withDraft(next, merged.widget), merged };
}

/** Returns the state with a problem that only the service found. */
export const withRefusedMember = (state: DraftState, pointer: string, message: string): DraftState => ({
  ...state,
  problems: new Map([[pointer, askFor(message)]]),
});

/** Returns the widget as the service expects it: without the empty rows of the list of websites. */
export const toSend = (widget: Widget): Widget => ({
  ...widget,
  domains: widget.domains.map((domain) => domain.trim()).filter((domain) => domain !== ''),
});

const filledRows = (domains: readonly string[]): number[] =>
  domains.flatMap((domain, row) => (domain.trim() === '' ? [] : [row]));

/** Converts the pointer of a website to its place in the list with empty rows. */
const inPlace = (pointer: string, rows: readonly number[]): string =>
  pointer.replace(
    /^\/domains\/(\d+)$/,
    (_whole, index: string) => `/domains/${rows[Number(index)] ?? index}`,
  );
