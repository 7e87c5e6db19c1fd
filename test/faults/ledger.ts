import type { TranscriptItem } from '../../shared/transcript-item.js';

/** The side that sends a message in these chats. */
export type Role = 'CUSTOMER' | 'AGENT';

/** All violations, each with a description. All lists must be empty. */
export interface Verdict {
  /**
   * Messages that were acknowledged or kept by a client and are not stored; or that are stored and were never
   * shown to a present viewer.
   */
  lost: string[];
  /** Messages that were stored, or shown to one viewer, more than once. */
  doubled: string[];
  /** Messages that were stored or shown in another order than they were sent or stored. */
  reordered: string[];
  /** Messages that were stored or shown and never sent, or that differ from what was stored. */
  phantom: string[];
  /** Valid messages that were refused for good. */
  refused: string[];
}

/** One chat from the view of everyone who took part in it. */
export class ChatLedger {
  /** What each side sent, in order. Every text is unique. */
  readonly said: Record<Role, string[]> = { CUSTOMER: [], AGENT: [] };
  /** The acknowledged messages: the item's id by its text. */
  readonly acknowledged = new Map<string, string>();
  readonly refused: string[] = [];
  /** What each session of each viewer was shown, in order. */
  readonly shown = new Map<string, TranscriptItem[]>();

  say(role: Role, text: string): void {
    this.said[role].push(text);
  }

  show(viewer: string, items: readonly TranscriptItem[]): void {
    const shown = this.shown.get(viewer) ?? [];
    shown.push(...items);
    this.shown.set(viewer, shown);
  }

  /** Adds the content of another ledger of the same chat. */
  include(other: ChatLedger): void {
    this.said.CUSTOMER.push(...other.said.CUSTOMER);
    this.said.AGENT.push(...other.said.AGENT);
    other.acknowledged.forEach((id, text) => this.acknowledged.set(text, id));
    this.refused.push(...other.refused);
    other.shown.forEach((items, viewer) => this.show(viewer, items));
  }

  /**
   * Compares everything with what is stored. `last` names the viewers that are still present, and must have
   * seen all of it.
   */
  check(stored: readonly TranscriptItem[], last: readonly string[]): Verdict {
    const verdict = noVerdict();
    verdict.refused.push(...this.refused);
    for (const role of ['CUSTOMER', 'AGENT'] as const) this.#checkStored(role, stored, verdict);
    const byText = new Map(stored.map((item) => [item.content, item.id]));
    for (const [text, id] of this.acknowledged)
      if (byText.get(text) !== id) verdict.lost.push(`acknowledged: ${text}`);
    for (const [viewer, items] of this.shown) checkShown(viewer, items, stored, verdict);
    for (const viewer of last) {
      const seen = new Set((this.shown.get(viewer) ?? []).map(keyOf));
      for (const item of stored)
        if (isMessage(item) && !seen.has(keyOf(item))) verdict.lost.push(`to ${viewer}: ${keyOf(item)}`);
    }
    return verdict;
  }

  #checkStored(role: Role, stored: readonly TranscriptItem[], verdict: Verdict): void {
    const said = this.said[role];
    const ofRole = stored.filter((item) => isMessage(item) && item.participantRole === role);
    const texts = ofRole.map(({ content }) => content!);
    const known = new Set(said);
    const found = new Set(texts);
    verdict.lost.push(...said.filter((text) => !found.has(text)));
    verdict.doubled.push(...texts.filter((text, index) => texts.indexOf(text) !== index));
    verdict.phantom.push(...texts.filter((text) => !known.has(text)));
    const inOrder = said.filter((text) => found.has(text));
    const firsts = [...found].filter((text) => known.has(text));
    verdict.reordered.push(...firsts.filter((text, index) => text !== inOrder[index]));
  }
}

function checkShown(
  viewer: string,
  items: readonly TranscriptItem[],
  stored: readonly TranscriptItem[],
  verdict: Verdict,
): void {
  const keys = new Set(stored.map(keyOf));
  const seen = new Set<string>();
  let last = 0;
  for (const item of items) {
    const about = `to ${viewer}: ${keyOf(item)}`;
    if (seen.has(item.id)) verdict.doubled.push(about);
    else if (item.seq <= last) verdict.reordered.push(about);
    if (!keys.has(keyOf(item))) verdict.phantom.push(about);
    seen.add(item.id);
    last = item.seq;
  }
}

export const noVerdict = (): Verdict => ({ lost: [], doubled: [], reordered: [], phantom: [], refused: [] });

/** Combines several verdicts. */
export function addVerdict(sum: Verdict, verdict: Verdict): void {
  for (const name of Object.keys(sum) as (keyof Verdict)[]) sum[name].push(...verdict[name]);
}

const isMessage = ({ type }: TranscriptItem): boolean => type === 'MESSAGE';
const keyOf = ({ seq, id, participantRole, content }: TranscriptItem): string =>
  `${seq} ${id} ${participantRole} ${content}`;
