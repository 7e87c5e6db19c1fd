import { ticked } from '../../../shared/check-answer.js';
import type { ContactCard } from '../../../shared/contact-card.js';

/** An unverified attribute, as an agent reads it. */
export interface Answer {
  /** The attribute's name. */
  name: string;
  label: string;
  value: string;
  /** Whether the customer answered a pre-chat question with it; otherwise the page set it. */
  isAnswer: boolean;
}

/**
 * Lists the unverified attributes of a card: the answers to the widget's questions first, in the order of the
 * questions and with their labels, then the other attributes. It leaves out the customer's name, which the card shows
 * already.
 */
export function answersOf({ attributes: { unverified }, questions = [], customer }: ContactCard): Answer[] {
  const isNew = (name: string) => name !== 'displayName' || unverified[name] !== customer.displayName;
  const asked = questions.filter(({ name }) => unverified[name] !== undefined && isNew(name));
  const others = Object.keys(unverified).filter(
    (name) => isNew(name) && !questions.some((question) => question.name === name),
  );
  return [
    ...asked.map(({ name, label, type }) => ({
      name,
      label: label.replace(/[:\s]+$/, ''),
      value: type === 'checkbox' ? checkboxText(unverified[name]!) : unverified[name]!,
      isAnswer: true,
    })),
    ...others.map((name) => ({ name, label: name, value: unverified[name]!, isAnswer: false })),
  ];
}

/** Returns the label of an attribute if the widget's form asks for it, else its name. */
export const labelOf = ({ questions = [] }: ContactCard, name: string): string =>
  questions.find((question) => question.name === name)?.label ?? name;

function checkboxText(value: string): string {
  if (value === ticked) return 'Yes';
  return value === '' || value === 'false' ? 'No' : value;
}
