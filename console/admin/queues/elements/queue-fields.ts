import type { FieldErrors } from '../../../forms/form-state.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import type { QueueField, QueueForm } from '../state/queue-form.js';

/** The form of a queue, and its handlers. */
export interface QueueFields {
  form: QueueForm;
  errors: FieldErrors<QueueField>;
  others: readonly QueueChoice[];
  onInput: (change: Partial<QueueForm>) => void;
}
