import type { ServiceRefusal } from '../request/service-request.js';

/** The errors of a form's fields, each in a sentence. */
export type FieldErrors<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** The state of a form besides its values. */
export interface FormState<Field extends string> {
  readonly errors: FieldErrors<Field>;
  /** The error that concerns no field, in a sentence. */
  readonly problem: string;
  /** Whether the form was sent and the service has not responded yet. */
  readonly isBusy: boolean;
}

/** The state of a form that was not sent yet. */
export const untouchedForm: FormState<never> = { errors: {}, problem: '', isBusy: false };

/** Returns the state of a form that is sent: busy, unless it has errors. */
export const submitted = <Field extends string>(errors: FieldErrors<Field>): FormState<Field> => ({
  errors,
  problem: '',
  isBusy: Object.values(errors).every((error) => !error),
});

/** Returns the state of a refused form: the message is shown beside its field, else above the form. */
export const refused = <Field extends string>(
  { message }: Pick<ServiceRefusal, 'message'>,
  field: Field | undefined,
): FormState<Field> => ({
  errors: (field === undefined ? {} : { [field]: message }) as FieldErrors<Field>,
  problem: field === undefined ? message : '',
  isBusy: false,
});
