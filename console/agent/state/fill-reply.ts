import type { ContactCard } from '../../../shared/contact-card.js';

/** A canned reply with its placeholders filled in. */
export interface FilledReply {
  readonly text: string;
  /** Where the first value stands that is not known and that the agent fills in; undefined if all are known. */
  readonly missing: readonly [start: number, end: number] | undefined;
}

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/**
 * Fills in the placeholders of a canned reply: `{{customer.name}}`, `{{agent.name}}`, `{{page}}`, `{{page.title}}` and
 * `{{attribute.NAME}}`. A value that is not known becomes its name in brackets, for the agent to fill in.
 */
export function fillReply(text: string, card: ContactCard, agentName: string): FilledReply {
  let missing: FilledReply['missing'];
  /** How much longer the text has become up to here. */
  let growth = 0;
  const filled = text.replace(placeholder, (found: string, name: string, at: number) => {
    const value = valueOf(name, card, agentName);
    const put = value || `[${name}]`;
    if (!value) missing ??= [at + growth, at + growth + put.length];
    growth += put.length - found.length;
    return put;
  });
  return { text: filled, missing };
}

function valueOf(name: string, { customer, page, attributes }: ContactCard, agentName: string): string {
  const values = new Map([
    ['customer.name', customer.displayName],
    ['agent.name', agentName],
    ['page', page?.url ?? ''],
    ['page.title', page?.title ?? ''],
  ]);
  if (!name.startsWith('attribute.')) return values.get(name) ?? '';
  const attribute = name.slice('attribute.'.length);
  // What the website has signed counts more than what the page says.
  return own(attributes.verified, attribute) ?? own(attributes.unverified, attribute) ?? '';
}

const own = (record: Record<string, string>, name: string): string | undefined =>
  new Map(Object.entries(record)).get(name);
