import { ticked } from '../../../shared/check-answer.js';
import type { ContactCard } from '../../../shared/contact-card.js';

/** One thing that the page says of a customer, as an agent reads it. */
export interface Answer {
  /** The attribute's name. */
  name: string;
  label: string;
  value: string;
  /** Whether the customer gave it to a question before the chat; otherwise it came from the page by itself. */
  isAnswer: boolean;
}

/**
 * What a card's unverified attributes say: first the answers to the widget's questions, in the order of the questions and
 * with their labels, then the other attributes. The customer's name is left out, it is on the card already.
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

/** The label of an attribute, where the widget's form asks for it. */
export const labelOf = ({ questions = [] }: ContactCard, name: string): string =>
  questions.find((question) => question.name === name)?.label ?? name;

function checkboxText(value: string): string {
  if (value === ticked) return 'Yes';
  return value === '' || value === 'false' ? 'No' : value;
}
