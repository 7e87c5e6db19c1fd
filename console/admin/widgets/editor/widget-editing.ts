import { createNanoEvents } from 'nanoevents';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import type { FlowChoice, QueueChoice } from '../../state/flow-and-queue.js';
import { memberProblem, type MemberProblem } from '../state/member-problem.js';
import { WidgetDraft, type Saved } from '../state/widget-draft.js';
import type { WidgetVersion } from '../state/widget-version.js';

export type Conflict = Extract<Saved, { kind: 'conflict' }>;

/**
 * The state behind a widget's pages, without the view: the draft with what belongs to it, saving, and what came of it.
 * Every change is announced to `onChange`.
 */
export class WidgetEditing {
  readonly #request: ServiceRequest;
  readonly #widgetId: string;
  readonly #events = createNanoEvents<{ change(): void }>();
  #draft: WidgetDraft | undefined;
  #flows: FlowChoice[] = [];
  #queues: QueueChoice[] = [];
  #conflict: Conflict | undefined;
  #failure = '';
  #news = '';
  #isBusy = false;
  /** Whether saving was tried while a member was wrong: until then a problem is told beside its field only. */
  #wasInvalid = false;

  constructor(request: ServiceRequest, widgetId: string) {
    this.#request = request;
    this.#widgetId = widgetId;
  }

  /** Calls back after each change; returns the undo. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** The draft; undefined until {@link open} has read it. */
  get draft(): WidgetDraft | undefined {
    return this.#draft;
  }
  get flows(): readonly FlowChoice[] {
    return this.#flows;
  }
  get queues(): readonly QueueChoice[] {
    return this.#queues;
  }
  get isDirty(): boolean {
    return (this.#draft?.unsaved ?? 0) > 0;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }
  get conflict(): Conflict | undefined {
    return this.#conflict;
  }
  /** What was done last, in a sentence; empty after the next change. */
  get news(): string {
    return this.#news;
  }
  /** Why the last attempt to save or to read did not work, in a sentence. */
  get failure(): string {
    return this.#failure;
  }
  /** The member that keeps the draft from being saved, once that was tried; gone as soon as it is right. */
  get blocker(): MemberProblem | undefined {
    const [first] = this.#draft?.problems ?? [];
    return this.#wasInvalid && first ? memberProblem(...first) : undefined;
  }

  /** Reads the widget, and what can be chosen for it. */
  async open(): Promise<void> {
    this.#failure = '';
    try {
      const [draft, flows, queues] = await Promise.all([
        WidgetDraft.open(this.#request, this.#widgetId),
        this.#request('GET', '/api/flows'),
        this.#request('GET', '/api/queues'),
      ]);
      draft.onChange(() => {
        if (draft.problems.size === 0) this.#wasInvalid = false;
        this.#changed();
      });
      this.#draft = draft;
      this.#flows = flows as FlowChoice[];
      this.#queues = queues as QueueChoice[];
    } catch (reason) {
      this.#failure = asRefusal(reason).message;
    }
    this.#changed();
  }

  /** Sets a member of the draft. */
  set(pointer: string, value: unknown): void {
    this.#news = '';
    this.#draft?.set(pointer, value);
  }

  /** Saves the draft; resolves to whether it is saved. */
  async save(): Promise<boolean> {
    if (!this.#draft || this.#isBusy) return false;
    this.#isBusy = true;
    this.#failure = this.#news = '';
    this.#changed();
    const outcome = await this.#draft.save();
    this.#isBusy = false;
    this.#wasInvalid = outcome.kind === 'invalid';
    if (outcome.kind === 'refused') this.#failure = `Not saved. ${outcome.refusal.message}`;
    if (outcome.kind === 'conflict') this.#conflict = outcome;
    if (outcome.kind === 'saved') this.#news = 'Saved. Open pages update within 2 seconds.';
    this.#changed();
    return outcome.kind === 'saved';
  }

  /** Drops what is not saved. */
  discard(): void {
    this.#conflict = undefined;
    this.#failure = '';
    this.#wasInvalid = false;
    this.#draft?.discard();
  }

  /** Goes back to the draft, which now holds what somebody else saved, too. */
  review(): void {
    this.#conflict = undefined;
    this.#changed();
  }

  /** Saves one's own changes on top of what somebody else saved. */
  async keepMine(): Promise<boolean> {
    this.#conflict = undefined;
    return this.save();
  }

  /** Adds a website and saves it at once, unless other changes would be saved with it. */
  async allow(origin: string): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const wasDirty = this.isDirty;
    draft.set('/domains', [...draft.draft.domains, origin]);
    if (!wasDirty) return void (await this.save());
    this.#failure = `${origin} was added. Save it together with your other changes.`;
    this.#changed();
  }

  /** Makes an earlier version the live one again. */
  async restore({ widget }: WidgetVersion): Promise<void> {
    if (!this.isDirty) {
      this.#draft?.replace(widget);
      return void (await this.save());
    }
    this.#failure = 'Save or discard your changes before restoring an earlier version.';
    this.#changed();
  }

  #changed(): void {
    this.#events.emit('change');
  }
}
