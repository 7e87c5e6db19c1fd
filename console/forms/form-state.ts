import type { ServiceRefusal } from '../request/service-request.js';

/** What is wrong with the fields of a form, in a sentence each. */
export type FieldErrors<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** What a form shows beside its values. */
export interface FormState<Field extends string> {
  readonly errors: FieldErrors<Field>;
  /** What went wrong that is about no field, in a sentence. */
  readonly problem: string;
  /** Whether the service is asked, and has not answered. */
  readonly isBusy: boolean;
}

/** A form that was not sent yet. */
export const untouchedForm: FormState<never> = { errors: {}, problem: '', isBusy: false };

/** The form as it is sent: busy, unless something is wrong before the service is asked. */
export const submitted = <Field extends string>(errors: FieldErrors<Field>): FormState<Field> => ({
  errors,
  problem: '',
  isBusy: Object.values(errors).every((error) => !error),
});

/** The form that the service refused: beside the field that it is about, else on top. */
export const refused = <Field extends string>(
  { message }: Pick<ServiceRefusal, 'message'>,
  field: Field | undefined,
): FormState<Field> => ({
  errors: (field === undefined ? {} : { [field]: message }) as FieldErrors<Field>,
  problem: field === undefined ? message : '',
  isBusy: false,
});
