import type { IdleTimes } from '../../../../shared/idle-times.js';
import { inWords } from '../../../../shared/in-words.js';
import { limits } from '../../../../shared/limits.js';
import type { Queue } from '../../../../shared/queue.js';
import type { FieldErrors } from '../../../forms/form-state.js';
import type { ServiceRefusal } from '../../../request/service-request.js';
import { checkHours, toHours, toHoursForm, type HoursForm } from './hours-form.js';

/** The idle times of one side, as typed. */
export interface IdleForm {
  readonly isOn: boolean;
  readonly warnAfter: string;
  readonly actAfter: string;
}

/** A queue, as typed. Numbers may be empty: then there is no such rule. */
export interface QueueForm {
  readonly name: string;
  readonly description: string;
  readonly hours: HoursForm;
  readonly serviceLevelSeconds: string;
  readonly maxContacts: string;
  /** Empty for none. */
  readonly overflowQueueId: string;
  readonly overflowMessage: string;
  readonly customerIdle: IdleForm;
  readonly agentIdle: IdleForm;
  readonly wrapUpSeconds: string;
  /** One a line. */
  readonly dispositions: string;
  readonly tags: string;
}

/** The fields of the form that can be wrong. */
export type QueueField = Exclude<keyof QueueForm, 'hours'> | 'timeZone' | 'week' | 'holidays';

const idle = (minutes: { warn: number; act: number } | undefined): IdleForm => ({
  isOn: minutes !== undefined,
  warnAfter: String(minutes?.warn ?? 10),
  actAfter: String(minutes?.act ?? 5),
});
const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Returns the form of a queue, or of a new one; `timeZone` is proposed for its hours. */
export function toForm(queue: Queue | undefined, timeZone: string): QueueForm {
  const { customer, agent } = queue?.idleTimes ?? {};
  return {
    name: queue?.name ?? '',
    description: queue?.description ?? '',
    hours: toHoursForm(queue?.hoursOfOperation ?? null, timeZone),
    serviceLevelSeconds: numberText(queue?.serviceLevelSeconds),
    maxContacts: numberText(queue?.maxContacts),
    overflowQueueId: queue?.overflowQueueId ?? '',
    overflowMessage: queue?.overflowMessage ?? '',
    customerIdle: idle(customer && { warn: customer.warnAfterMinutes, act: customer.endAfterMinutes }),
    agentIdle: idle(agent && { warn: agent.warnAfterMinutes, act: agent.requeueAfterMinutes }),
    wrapUpSeconds: String(queue?.wrapUp?.seconds ?? 0),
    dispositions: (queue?.wrapUp?.dispositions ?? []).join('\n'),
    tags: (queue?.wrapUp?.tags ?? []).join('\n'),
  };
}

/** Returns the lines of a text field that have something in them, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Returns the body of the request that stores the queue. The form has no errors. */
export function toBody(form: QueueForm): Queue {
  const wrapUp = {
    seconds: Number(form.wrapUpSeconds),
    dispositions: linesOf(form.dispositions),
    tags: linesOf(form.tags),
  };
  const hasWrapUp = wrapUp.seconds > 0 || wrapUp.dispositions.length > 0 || wrapUp.tags.length > 0;
  const idleTimes = toIdleTimes(form);
  return {
    name: form.name.trim(),
    description: form.description.trim(),
    hoursOfOperation: toHours(form.hours),
    ...(form.serviceLevelSeconds && { serviceLevelSeconds: Number(form.serviceLevelSeconds) }),
    ...(form.maxContacts && { maxContacts: Number(form.maxContacts) }),
    ...(form.maxContacts && form.overflowQueueId && { overflowQueueId: form.overflowQueueId }),
    ...(form.maxContacts && form.overflowMessage.trim() && { overflowMessage: form.overflowMessage.trim() }),
    ...(hasWrapUp && { wrapUp }),
    ...(idleTimes && { idleTimes }),
  };
}

function toIdleTimes({ customerIdle, agentIdle }: QueueForm): IdleTimes | undefined {
  if (!customerIdle.isOn && !agentIdle.isOn) return undefined;
  const warnAfterMinutes = ({ warnAfter }: IdleForm) => Number(warnAfter);
  return {
    ...(customerIdle.isOn && {
      customer: {
        warnAfterMinutes: warnAfterMinutes(customerIdle),
        endAfterMinutes: Number(customerIdle.actAfter),
      },
    }),
    ...(agentIdle.isOn && {
      agent: {
        warnAfterMinutes: warnAfterMinutes(agentIdle),
        requeueAfterMinutes: Number(agentIdle.actAfter),
      },
    }),
  };
}

const isNumber = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
const numberRule = (least: number, most: number): string =>
  `A whole number from ${inWords(least)} to ${inWords(most)}.`;

const { idleMinutesLeast, idleMinutesMost, serviceLevelSeconds, contactsInQueue, wrapUpSeconds } = limits;
const isIdle = ({ isOn, warnAfter, actAfter }: IdleForm): boolean =>
  !isOn || [warnAfter, actAfter].every((text) => isNumber(text, idleMinutesLeast, idleMinutesMost));
/** What idle times may be, in a sentence. */
export const idleRule = `From ${idleMinutesLeast} to ${idleMinutesMost} minutes each.`;

function outcomesProblem(text: string): string | undefined {
  const lines = linesOf(text);
  if (lines.length > limits.outcomes) return `At most ${limits.outcomes} lines.`;
  const isLong = lines.some((line) => line.length > limits.outcomeCharacters);
  return isLong ? `At most ${limits.outcomeCharacters} characters a line.` : undefined;
}

/** Returns the errors that can be found without the service. */
export function checkForm(form: QueueForm): FieldErrors<QueueField> {
  const target = form.serviceLevelSeconds;
  const size = form.maxContacts;
  const dispositions = outcomesProblem(form.dispositions);
  const tags = outcomesProblem(form.tags);
  return {
    ...(!form.name.trim() && { name: 'Enter a name.' }),
    ...checkHours(form.hours),
    ...(target &&
      !isNumber(target, 1, serviceLevelSeconds) && {
        serviceLevelSeconds: numberRule(1, serviceLevelSeconds),
      }),
    ...(size && !isNumber(size, 1, contactsInQueue) && { maxContacts: numberRule(1, contactsInQueue) }),
    ...(!isIdle(form.customerIdle) && { customerIdle: idleRule }),
    ...(!isIdle(form.agentIdle) && { agentIdle: idleRule }),
    ...(!isNumber(form.wrapUpSeconds, 0, wrapUpSeconds) && { wrapUpSeconds: numberRule(0, wrapUpSeconds) }),
    ...(dispositions && { dispositions }),
    ...(tags && { tags }),
  };
}

const fieldsByPointer: readonly (readonly [string, QueueField])[] = [
  ['/hoursOfOperation/timeZone', 'timeZone'],
  ['/hoursOfOperation/holidays', 'holidays'],
  ['/hoursOfOperation', 'week'],
  ['/idleTimes/customer', 'customerIdle'],
  ['/idleTimes/agent', 'agentIdle'],
  ['/wrapUp/dispositions', 'dispositions'],
  ['/wrapUp/tags', 'tags'],
  ['/wrapUp', 'wrapUpSeconds'],
  ['/name', 'name'],
  ['/description', 'description'],
  ['/serviceLevelSeconds', 'serviceLevelSeconds'],
  ['/maxContacts', 'maxContacts'],
  ['/overflowQueueId', 'overflowQueueId'],
  ['/overflowMessage', 'overflowMessage'],
];

/** Returns the form's field that a refusal concerns, if any. */
export const toField = ({ pointer = '' }: Pick<ServiceRefusal, 'pointer'>): QueueField | undefined =>
  fieldsByPointer.find(([prefix]) => pointer.startsWith(prefix))?.[1];
