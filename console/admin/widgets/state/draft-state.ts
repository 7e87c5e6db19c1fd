import type { Widget } from '../../../../shared/widget-config.js';
import { checkWidget } from '../../../../shared/widget-input.js';
import { brandOf, themeOfBrand } from './brand-colour.js';
import { isColour } from './contrast.js';
import { lastValid } from './last-valid.js';
import { askFor, type Problems } from './member-problem.js';
import { differences, mergeWidgets, withMember, type Merged } from './widget-differences.js';
import type { WidgetVersion } from './widget-version.js';

/** The pointer of the brand colour: a proposal for other members that is not stored itself. */
export const brandPointer = '/theme/brand';

/** A widget while it is edited: a snapshot that is replaced at each change. */
export interface DraftState {
  /** Every saved version, the live one first. */
  readonly versions: readonly WidgetVersion[];
  /** The widget as it is typed, valid or not. */
  readonly draft: Widget;
  /** The draft with the last valid value of each member that is wrong: for the preview. */
  readonly valid: Widget;
  readonly problems: Problems;
  /** A brand colour as it is typed, while it is no colour. */
  readonly unfinishedBrand: string | undefined;
}

/** The draft of a widget that was read: nothing is changed yet. */
export const openDraft = (versions: readonly WidgetVersion[]): DraftState => ({
  versions,
  draft: versions[0]!.widget,
  valid: versions[0]!.widget,
  problems: new Map(),
  unfinishedBrand: undefined,
});

/** The live version. */
export const savedWidget = ({ versions }: DraftState): Widget => versions[0]!.widget;

/** The brand colour as it is typed, or the one that the draft's colours come from. */
export const brandOfDraft = ({ unfinishedBrand, draft }: DraftState): string =>
  unfinishedBrand ?? brandOf(draft.theme);

/** How many members are not saved yet. */
export const countUnsaved = (state: DraftState): number =>
  differences(savedWidget(state), state.draft).length + (state.unfinishedBrand === undefined ? 0 : 1);

/** The draft with another value of a member. */
export const withValue = (state: DraftState, pointer: string, value: unknown): DraftState =>
  pointer === brandPointer
    ? withBrand(state, String(value))
    : withDraft(state, withMember(state.draft, pointer, value));

/** A brand colour proposes all others; a text that is no colour leaves them as they are. */
function withBrand(state: DraftState, text: string): DraftState {
  const isFinished = isColour(text);
  const theme = { ...state.draft.theme, ...(isFinished ? themeOfBrand(text) : {}) };
  const unfinishedBrand = isFinished ? undefined : text;
  return withDraft({ ...state, unfinishedBrand }, { ...state.draft, theme });
}

/** A whole widget as the draft. */
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

/** The draft was saved as it was `sent`: what was typed meanwhile is the next change. */
export function afterSave(state: DraftState, sent: Widget, versions: readonly WidgetVersion[]): DraftState {
  const next = { ...state, versions };
  return withDraft(next, mergeWidgets(sent, state.draft, savedWidget(next)).widget);
}

/** What somebody else saved becomes the version that is edited; the draft keeps one's own changes on top of it. */
export function afterConflict(
  state: DraftState,
  versions: readonly WidgetVersion[],
): { state: DraftState; merged: Merged } {
  const next = { ...state, versions };
  const merged = mergeWidgets(savedWidget(state), state.draft, savedWidget(next));
  return { state: withDraft(next, merged.widget), merged };
}

/** The service found a member wrong that seemed right here. */
export const withRefusedMember = (state: DraftState, pointer: string, message: string): DraftState => ({
  ...state,
  problems: new Map([[pointer, askFor(message)]]),
});

/** The widget as the service takes it: empty rows of the list of websites are not sent. */
export const toSend = (widget: Widget): Widget => ({
  ...widget,
  domains: widget.domains.map((domain) => domain.trim()).filter((domain) => domain !== ''),
});

const filledRows = (domains: readonly string[]): number[] =>
  domains.flatMap((domain, row) => (domain.trim() === '' ? [] : [row]));

/** The pointer of a website in the list with its empty rows. */
const inPlace = (pointer: string, rows: readonly number[]): string =>
  pointer.replace(
    /^\/domains\/(\d+)$/,
    (_whole, index: string) => `/domains/${rows[Number(index)] ?? index}`,
  );
