import type { FlowCondition } from '../../shared/contact-flow.js';

type Operator = FlowCondition['Condition']['Operator'];

/** Numbers are texts in a flow. A text that isn't a number never matches. */
const compareNumbers =
  (isMet: (value: number, operand: number) => boolean) =>
  (value: string, operand: string): boolean =>
    isNumber(value) && isNumber(operand) && isMet(Number(value), Number(operand));

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const operators: Record<Operator, (value: string, operand: string) => boolean> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: compareNumbers((value, operand) => value > operand),
  NumberGreaterOrEqualTo: compareNumbers((value, operand) => value >= operand),
  NumberLessThan: compareNumbers((value, operand) => value < operand),
  NumberLessOrEqualTo: compareNumbers((value, operand) => value <= operand),
};

/** Whether a value meets a condition. */
export const isMet = (value: string, { Operator, Operands }: FlowCondition['Condition']): boolean =>
  operators[Operator](value, Operands[0]!);
